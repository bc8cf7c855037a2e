import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Client } from '@ayni/api-client/client';
import { SystemProcess } from '@ayni/testing-systems/system-process';
import { WORKSPACE } from '@ayni/testing/run-program';
import { until } from '@ayni/testing/until';
import { TestBrowser, type Device } from '../src/browser.js';
import { keptReads } from '../src/kept-reads.js';
import { openBooks, signIn } from '../src/people.js';
import { faultsAtBothWidths, faultsOf } from '../src/seen.js';
import { aSale, FERIA, openStall, takePlace } from '../src/stall.js';

/** Any picture will do. */
const PHOTO = join(WORKSPACE, 'services/web/public/ayni-192.png');

let system: SystemProcess;
let browser: TestBrowser;
let client: Client;

beforeAll(async () => {
  [system, browser] = await Promise.all([SystemProcess.start({ form: 'laptop' }), TestBrowser.start()]);
  client = await openBooks(system);
  await openStall(client);
});

afterAll(async () => {
  await browser.close();
  await system.remove();
});

const receipts = async (): Promise<{ receipt: string; total: string }[]> =>
  (await client.get('/api/sales/v1/sales?limit=500')).field('items').list.map((sale) => ({
    receipt: sale.field('receipt').text,
    total: sale.field('total').text,
  }));

/** Product, quantity, charge. */
async function sellTwo({ page }: Device): Promise<void> {
  await page.getByRole('button', { name: /Lechuga/ }).click();
  await page.getByRole('button', { name: '2', exact: true }).click();
  await page.getByRole('button', { name: /^Cobrar/ }).click();
  await page.getByText(/Guardada en este teléfono/).waitFor();
}

test('a seller sells in three taps while the office is away, opens the page again, and everything arrives once; who follows hears of all of it', async () => {
  const office = await browser.device(system.url, 'laptop');
  office.page.setDefaultTimeout(60_000);
  await signIn(office, 'martina');
  await office.page.goto('/eventos?servicio=sales&desde=ahora');
  await office.page.getByText('Aquí aparece lo que pase desde ahora').waitFor();
  await client.post('/api/sales/v1/sales', { rows: [aSale('OFICINA-2')] });
  const isHeard = (receipt: string): Promise<void> =>
    office.page.getByText(`"receipt": "${receipt}"`).waitFor({ state: 'attached' });
  await isHeard('OFICINA-2');

  const phone = await browser.device(system.url, 'phone');
  const { page } = phone;
  await signIn(phone, 'sabina');
  await page.getByLabel('Feria').selectOption(FERIA);
  expect(await faultsOf(phone, 'stall-phone')).toEqual([]);
  await page.getByRole('button', { name: 'Listo' }).click();
  await page.getByRole('button', { name: /Lechuga/ }).waitFor();
  expect(await faultsOf(phone, 'sell-phone')).toEqual([]);
  // the pages are on the phone as soon as their worker has them
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });

  await system.stop();
  await sellTwo(phone);
  await page.reload();
  await page.getByRole('button', { name: /Lechuga/ }).waitFor();
  await sellTwo(phone);
  await page.getByRole('link', { name: '2 por enviar' }).click();
  await page.getByRole('heading', { name: 'Por enviar' }).first().waitFor();
  await page.getByText('Lechuga, 2').first().waitFor();
  expect(await faultsOf(phone, 'to-send-phone')).toEqual([]);

  await system.restart({ atSameAddress: true });
  await page.getByRole('button', { name: 'Enviar ahora' }).click();
  await until(async (see) => see(await receipts()).length === 4);
  await page.getByRole('heading', { name: 'Ya llegaron' }).waitFor();
  const arrived = (await receipts()).filter(({ receipt }) => !receipt.startsWith('OFICINA'));
  expect(arrived.map(({ total }) => total)).toEqual(['5.00', '5.00']);
  for (const { receipt } of arrived) await isHeard(receipt);
  expect(await office.page.getByText('"receipt": "OFICINA-2"').count()).toBe(1);
  await office.close();
  // each carries the phone's own short code
  const codes = new Set(arrived.map(({ receipt }) => receipt.split('-')[0]));
  expect([...codes]).toEqual([expect.stringMatching(/^[0-9A-Z]{3}$/)]);
  await page.goto('/mi-feria');
  await page.getByText('Bs 10,00').first().waitFor();
  expect(await faultsOf(phone, 'my-market-phone')).toEqual([]);
  await page.goto('/yo');
  await page.getByRole('heading', { name: 'Este aparato' }).waitFor();
  expect(await faultsOf(phone, 'me-phone')).toEqual([]);
  for (const path of ['/gestion', '/ventas', '/usuarios']) {
    await page.goto(path);
    await page.getByRole('heading', { name: 'Esta página no existe' }).waitFor();
  }
  await phone.close();
});

test('the photo that the manager gives a product stands on the seller’s phone, also without a line, until she signs out', async () => {
  const office = await browser.device(system.url, 'laptop');
  await signIn(office, 'martina');
  await office.page.goto('/productos/LECHUGA');
  await office.page.getByRole('button', { name: 'Poner una foto' }).click();
  await office.page.getByLabel('Foto', { exact: true }).setInputFiles(PHOTO);
  await office.page.getByText(/La foto llegó/).waitFor();
  expect(await faultsAtBothWidths(office, 'photo')).toEqual([]);
  await office.page.getByRole('button', { name: 'Guardar' }).click();
  await office.page.getByRole('button', { name: 'Quitar la foto' }).waitFor();
  expect(await faultsAtBothWidths(office, 'product-with-photo')).toEqual([]);

  const phone = await browser.device(system.url, 'phone');
  const { page } = phone;
  await signIn(phone, 'sabina');
  await takePlace(phone);
  const photo = page.getByRole('button', { name: /Lechuga/ }).locator('img');
  const isDrawn = (): Promise<boolean> =>
    photo.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 0);
  await until(isDrawn);
  expect(await faultsOf(phone, 'sell-photo-phone')).toEqual([]);
  await phone.context.setOffline(true);
  await page.reload();
  await until(isDrawn);
  await phone.context.setOffline(false);

  await office.page.getByRole('button', { name: 'Quitar la foto' }).click();
  await office.page.getByRole('button', { name: 'Poner una foto' }).waitFor();
  await office.close();
  await page.reload();
  await page
    .getByRole('button', { name: /Lechuga/ })
    .locator('svg.picture')
    .waitFor();
  await page.getByRole('button', { name: 'Salir' }).click();
  await page.getByRole('heading', { name: 'Entrar' }).waitFor();
  await until(async () => (await keptReads(phone)) === 0);
  await phone.close();
});

test('a receipt is printed as wide as a printer of receipts: whose it is and its lines, without menu or buttons', async () => {
  const office = await browser.device(system.url, 'laptop');
  const { page } = office;
  await signIn(office, 'martina');
  await page.goto('/ventas/OFICINA-1');
  await page
    .getByRole('row', { name: /Lechuga/ })
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Imprimir' }).waitFor();
  const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const widths = [...printed.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+)/g)].map(([, points]) => Math.round(Number(points)));
  // 80 mm in points
  expect(widths).toEqual([227]);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByText('Productoras de Chacoma').isVisible()).toBe(true);
  expect(
    await page
      .getByRole('row', { name: /Lechuga/ })
      .first()
      .isVisible(),
  ).toBe(true);
  for (const role of ['navigation', 'button', 'link'] as const) expect(await page.getByRole(role).count()).toBe(0);
  await office.close();
});

test('a phone whose clock is wrong is told so, has its browser keep what it notes, and is put on the screen where that is offered', async () => {
  const phone = await browser.device(system.url, 'phone');
  const { page } = phone;
  await page.clock.setSystemTime(Date.now() - 12 * 60_000);
  await signIn(phone, 'sabina');
  await page.getByText(/El reloj de este aparato va mal/).waitFor();
  expect(await faultsOf(phone, 'wrong-clock-phone')).toEqual([]);

  await page.evaluate(() => {
    const { storage } = navigator;
    const persist = storage.persist.bind(storage);
    storage.persist = () => {
      document.title = 'asked to keep it';
      return persist();
    };
  });
  await takePlace(phone);
  await sellTwo(phone);
  await until(async () => (await page.title()) === 'asked to keep it');

  // a browser without a person offers nothing by itself
  await page.evaluate(() => {
    const prompt = async (): Promise<void> => {
      document.title = 'put on the screen';
    };
    window.dispatchEvent(Object.assign(new Event('beforeinstallprompt'), { prompt }));
  });
  await page.getByRole('link', { name: 'Yo', exact: true }).click();
  await page.getByRole('button', { name: 'Poner en la pantalla' }).click();
  await until(async () => (await page.title()) === 'put on the screen');
  await page.getByText(/Para tenerla en la pantalla/).waitFor();
  await phone.close();
});
