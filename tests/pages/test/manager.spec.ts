import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Client } from '@ayni/api-client/client';
import { SystemProcess } from '@ayni/testing-systems/system-process';
import { WORKSPACE } from '@ayni/testing/run-program';
import { until } from '@ayni/testing/until';
import { TestBrowser, type Device } from '../src/browser.js';
import { keptPhotos } from '../src/kept-reads.js';
import { nameUser, openBooks, signIn } from '../src/people.js';
import { faultsAtBothWidths, faultsOf } from '../src/seen.js';

/** Any picture will do. */
const PHOTO = join(WORKSPACE, 'services/web/public/ayni-192.png');

let system: SystemProcess;
let browser: TestBrowser;
let first: Client;
let laptop: Device;

beforeAll(async () => {
  [system, browser] = await Promise.all([SystemProcess.start({ form: 'laptop' }), TestBrowser.start()]);
  first = await openBooks(system);
  await nameUser(first, { name: 'irene', roles: ['manager'] });
  laptop = await browser.device(system.url, 'laptop');
  laptop.page.setDefaultTimeout(8000);
  await signIn(laptop, 'irene');
});

afterAll(async () => {
  await browser.close();
  await system.remove();
});

const items = async (path: string): Promise<ReturnType<Awaited<ReturnType<Client['get']>>['field']>['list']> =>
  (await first.get(path)).field('items').list;

const paste = async ({ page }: Device, rows: string): Promise<void> => {
  await page.getByLabel('Pegue aquí las filas').fill(rows);
  await page.getByRole('button', { name: 'Probar sin guardar' }).click();
};

const save = async ({ page }: Device, name: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByText('Guardado.', { exact: true }).waitFor();
};

/** What was registered has come to the services that need it, where a load of it would be taken. */
const isKnown = (path: string, row: object): Promise<unknown> =>
  until(async () => (await first.post(`${path}?trial=true`, { rows: [row] })).field('refused').number === 0);

test('families and members are pasted from a spreadsheet: what is wrong stands at its row, and nothing is kept before all is well', async () => {
  const { page } = laptop;
  await page.getByRole('link', { name: 'Socias y familias' }).click();
  await page.getByRole('link', { name: 'Pegar de una hoja' }).click();
  await paste(laptop, 'Código\tFamilia\tComunidad\nF01\tFamilia Huanca\tChacoma\nF02\tFamilia Poma\tChacoma');
  await page.getByRole('button', { name: 'Guardar las 2 filas' }).click();
  await page.getByText('Se guardaron 2 filas.').waitFor();

  await page.getByLabel('Qué se pega').selectOption('Socias');
  const members =
    '001;Martina;Yujra;mujer;1993;F01;13/5/2018\n002;Felipa;Choque;mujer;1971;F09;1/2/2019\n003;Severo;Poma;varón;1968;F02;1/2/2019';
  await paste(laptop, members);
  await page.getByRole('row', { name: '2 002' }).getByText('No existe la familia F09.').waitFor();
  expect(await items('/api/members/v1/members')).toHaveLength(0);
  expect(await faultsOf(laptop, 'paste-laptop')).toEqual([]);

  await paste(laptop, members.replace('F09', 'F02'));
  await page.getByRole('button', { name: 'Guardar las 3 filas' }).click();
  await page.getByText('Se guardaron 3 filas.').waitFor();
  const kept = await items('/api/members/v1/members');
  expect(kept.map((row) => `${row.field('surnames').text} ${row.field('joinedOn').text}`)).toEqual([
    'Yujra 2018-05-13',
    'Choque 2019-02-01',
    'Poma 2019-02-01',
  ]);
});

test('where two correct the same family, who comes second sees both versions and decides', async () => {
  const { page } = laptop;
  await page.goto('/familias');
  await page.getByRole('link', { name: 'Familia Huanca' }).click();
  await page.getByRole('button', { name: 'Corregir' }).click();
  await page.getByLabel('Nombre de la familia').fill('Familia Huanca Condori');

  const phone = await browser.device(system.url, 'phone');
  await signIn(phone, 'martina');
  await phone.page.goto('/familias/F01');
  await phone.page.getByRole('button', { name: 'Corregir' }).click();
  await phone.page.getByLabel('Comunidad').fill('Chacoma Alta');
  await phone.page.getByRole('button', { name: 'Guardar', exact: true }).click();
  await phone.page.getByRole('definition').getByText('Chacoma Alta').waitFor();
  await phone.close();

  await page.getByRole('button', { name: 'Guardar', exact: true }).click();
  const both = page.getByRole('dialog').getByRole('row', { name: 'Comunidad' });
  await both.getByText('Chacoma Alta').waitFor();
  expect(await faultsOf(laptop, 'stale-laptop')).toEqual([]);
  await page.getByRole('button', { name: 'Guardar lo mío' }).click();
  await page.getByRole('heading', { name: 'Familia Huanca Condori' }).waitFor();
  const family = await first.get('/api/members/v1/households/F01');
  expect([family.field('name').text, family.field('version').number]).toEqual(['Familia Huanca Condori', 3]);
});

test('a product with its unit, a feria and a greenhouse are registered on their pages', async () => {
  const { page } = laptop;
  await page.getByRole('link', { name: 'Productos' }).click();
  await page.getByRole('button', { name: 'Inscribir un producto' }).click();
  await page.getByLabel('Nombre del producto').fill('Lechuga');
  await page.getByLabel('Cómo se cuenta').selectOption('por pieza');
  await page.getByLabel('Cuántos días dura').fill('7');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.getByRole('button', { name: 'Añadir una unidad' }).click();
  await page.getByRole('textbox', { name: 'Unidad' }).fill('amarro');
  await page.getByLabel('Cuánto tiene, en piezas').fill('12');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.getByRole('row', { name: 'amarro' }).waitFor();

  await page.getByRole('link', { name: 'Ferias' }).click();
  await page.getByRole('button', { name: 'Inscribir una feria' }).click();
  await page.getByLabel('Nombre de la feria').fill('Villa Dolores');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.getByRole('heading', { name: 'Villa Dolores' }).waitFor();

  await page.getByRole('link', { name: 'Carpas' }).click();
  await page.getByRole('button', { name: 'Inscribir una carpa' }).click();
  await page.getByRole('textbox', { name: 'Nombre' }).fill('Carpa solar 1');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.getByRole('heading', { name: 'Carpa solar 1' }).waitFor();
  const [unit] = await items('/api/inventory/v1/units');
  expect([unit?.field('product').text, unit?.field('factor').text]).toEqual(['LECHUGA', '12']);
  expect((await items('/api/sales/v1/markets')).map((row) => row.field('name').text)).toEqual(['Villa Dolores']);
  expect((await items('/api/production/v1/structures')).map((row) => row.field('code').text)).toEqual(['G1']);
});

test('a whole attendance sheet is one screen and one load; sent twice it is once, and it is confirmed on the page of the day', async () => {
  const phone = await browser.device(system.url, 'phone');
  const { page } = phone;
  await signIn(phone, 'irene');
  await isKnown('/api/production/v1/work', {
    ...{ code: 'try', workedOn: '2026-01-05', member: '003', activity: 'siembra', minutes: 60, structure: 'G1' },
  });
  await page.goto('/trabajo/planilla');
  const fill = async (): Promise<void> => {
    await page.getByLabel('Día').fill('2026-01-05');
    await page.getByLabel('Tarea').fill('siembra');
    await page.getByLabel('Dónde').selectOption('Carpa solar 1');
    await page.getByRole('button', { name: 'Todas 8' }).click();
    await page.getByLabel('Severo Poma').fill('7,5');
  };
  await fill();
  await page.getByLabel('Felipa Choque').fill('25');
  await page.getByRole('button', { name: 'Guardar 3 nombres' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Felipa Choque' }).getByRole('alert').waitFor();
  expect(await items('/api/production/v1/work')).toHaveLength(0);
  expect(await faultsOf(phone, 'attendance-phone')).toEqual([]);
  const sendSheet = async (): Promise<void> => {
    await fill();
    await page.getByRole('button', { name: 'Guardar 3 nombres' }).click();
    await page.getByText('La planilla está guardada.').waitFor();
  };
  await page.getByLabel('Foto de la planilla de papel').setInputFiles(PHOTO);
  await page.getByText('La foto está guardada').waitFor();
  await sendSheet();
  await sendSheet();
  const worked = await items('/api/production/v1/work');
  expect(worked.map((row) => row.field('minutes').number).toSorted((one, other) => one - other)).toEqual([
    450, 480, 480,
  ]);

  await page.goto('/trabajo?desde=2026-01-01&hasta=2026-01-31');
  await page.getByRole('button', { name: 'Ver la foto' }).first().click();
  const photo = page.getByRole('dialog').getByRole('img');
  await until(() => photo.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 0));
  expect(await faultsOf(phone, 'photo-phone')).toEqual([]);
  await page.getByRole('button', { name: 'Cerrar' }).click();

  // who noted it does not confirm it, where there is another who may
  await page.getByRole('link', { name: 'Hoy' }).click();
  await page.getByText('lo confirma otra persona').waitFor();
  const other = await browser.device(system.url, 'laptop');
  await signIn(other, 'martina');
  await other.page.goto('/hoy');
  await other.page.getByLabel('Severo Poma').check();
  await other.page.getByRole('button', { name: 'Confirmar 1 elegido' }).click();
  await other.page.getByText('Se confirmó 1 registro.').waitFor();
  await other.page.getByRole('button', { name: 'Confirmar los 2 registros' }).click();
  await other.page.getByText('No hay trabajo por confirmar.').waitFor();
  // who looks at the same page elsewhere sees it by itself
  await page.getByText('No hay trabajo por confirmar.').waitFor();
  expect(await faultsOf(other, 'today-laptop')).toEqual([]);
  await other.close();
  expect(await items('/api/production/v1/work?confirmed=true')).toHaveLength(3);
  await phone.close();
});

test('a sheet that is filled in without a line waits with its photo, and both are sent by themselves', async () => {
  const phone = await browser.device(system.url, 'phone');
  const { page } = phone;
  await signIn(phone, 'irene');
  await isKnown('/api/production/v1/work', {
    ...{ code: 'try', workedOn: '2026-01-06', member: '003', activity: 'riego', minutes: 60 },
  });
  await page.goto('/trabajo/planilla');
  await page.getByLabel('Severo Poma').waitFor();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  const uploads = '**/production/v1/attachments';
  await page.route(uploads, (route) => route.abort());
  await phone.context.setOffline(true);
  await page.getByLabel('Día').fill('2026-01-06');
  await page.getByLabel('Tarea').fill('riego');
  await page.getByLabel('Severo Poma').fill('7,5');
  await page.getByLabel('Foto de la planilla de papel').setInputFiles(PHOTO);
  await page.getByText('La foto espera en este equipo').waitFor();
  const shown = page.getByRole('img', { name: 'Foto de la planilla de papel' });
  await until(() => shown.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 0));
  await page.getByRole('button', { name: 'Guardar 1 nombre' }).click();
  await page.getByText('Guardado en este teléfono').waitFor();
  expect(await faultsOf(phone, 'attendance-photo-waits-phone')).toEqual([]);
  await page.goto('/por-enviar');
  await page.getByText('Planilla: riego').waitFor();
  expect(await keptPhotos(phone)).toBe(1);
  // a line on which photos do not pass: neither does the sheet
  await phone.context.setOffline(false);
  const tried = page.waitForEvent('requestfailed', (request) => request.url().includes('/attachments'));
  await page.getByRole('button', { name: 'Enviar ahora' }).click();
  await tried;
  expect(await items('/api/production/v1/work?from=2026-01-06&to=2026-01-06')).toEqual([]);
  await page.unroute(uploads);
  await page.getByRole('button', { name: 'Enviar ahora' }).click();
  await page.getByText('No hay nada por enviar. Todo llegó.').waitFor();
  expect(await keptPhotos(phone)).toBe(0);
  const sheet = await items('/api/production/v1/work?from=2026-01-06&to=2026-01-06');
  expect(sheet.map((row) => row.field('attachments').list.map((one) => one.text))).toEqual([
    [hash('sha256', await readFile(PHOTO))],
  ]);
  await phone.close();
});

test('a harvest, a delivery and a loss are noted, a lot tells its way, and what was wrong is taken back with its reason', async () => {
  const { page } = laptop;
  const now = new Date().toISOString();
  const measured = { product: 'LECHUGA', quantity: '1', unit: 'amarro' };
  await isKnown('/api/production/v1/harvests', {
    ...{ code: 'try', harvestedAt: now, structure: 'G1', ...measured },
  });
  await isKnown('/api/inventory/v1/deliveries', {
    ...{ code: 'try', deliveredAt: now, member: '001', unitPrice: '10.00', ...measured },
  });
  await page.getByRole('link', { name: 'Anotar una cosecha de aquí' }).click();
  await page.getByRole('button', { name: 'Lechuga' }).click();
  await page.getByLabel('Cantidad').fill('10');
  await page.getByLabel('De eso, para la casa').fill('0,5');
  await save(laptop, 'Guardar la cosecha');
  const [harvest] = await items('/api/production/v1/harvests');
  expect([harvest?.field('stockQuantity').text, harvest?.field('stockHomeUse').text]).toEqual(['120', '6']);
  const lot = harvest?.field('code').text ?? '';
  await until(async () => (await items('/api/inventory/v1/lots')).length === 1);

  await page.getByRole('link', { name: 'Almacén' }).click();
  await page.getByRole('link', { name: 'Anotar una entrega' }).click();
  await page.getByLabel('Quién entrega').selectOption('Martina Yujra');
  await page.getByRole('button', { name: 'Lechuga' }).click();
  await page.getByLabel('Cantidad').fill('2');
  await page.getByLabel('Precio por unidad').fill('10');
  await save(laptop, 'Guardar la entrega');

  await page.getByRole('link', { name: 'Almacén' }).click();
  await page.getByRole('link', { name: 'Anotar una pérdida' }).click();
  await page.getByRole('button', { name: 'Lechuga' }).click();
  await page.getByLabel('Cantidad').fill('1');
  await page.getByLabel('Motivo').fill('helada');
  await save(laptop, 'Guardar la pérdida');

  await page.getByRole('link', { name: 'Almacén' }).click();
  await page.getByRole('link', { name: 'Regalos' }).click();
  await page.getByRole('link', { name: 'Anotar un regalo' }).click();
  await page.getByRole('button', { name: 'Lechuga' }).click();
  await page.getByLabel('Cantidad').fill('0,5');
  await page.getByLabel('Para quién').fill('la escuela');
  await save(laptop, 'Guardar el regalo');

  await page.getByRole('link', { name: 'Almacén' }).click();
  // 120 harvested, 6 of them taken home, 24 delivered, 12 lost, 6 given
  await page.getByRole('row', { name: 'Lechuga' }).getByText('120 piezas').waitFor();
  await page.goto(`/almacen/lotes/${lot}`);
  await page.getByText('Se cosechó en Carpa solar 1').waitFor();
  await page.getByText('Para la casa: 6 piezas').waitFor();
  await page.getByText(/Se perdió .*: 12 piezas/).waitFor();
  await page.getByText(/Se regaló .*: 6 piezas/).waitFor();
  await page.getByText('Queda en el almacén: 96 piezas').waitFor();

  await page.goto('/almacen/regalos');
  await page.getByRole('button', { name: 'Anular: Lechuga' }).click();
  await page.getByLabel('Motivo').fill('lo pagaron');
  await page.getByRole('button', { name: 'Anular', exact: true }).click();
  await page.getByText('anulado', { exact: true }).waitFor();
  const [gift] = await items('/api/inventory/v1/gifts');
  expect([gift?.field('recipient').text, gift?.field('reversal').text]).toEqual(['la escuela', 'lo pagaron']);

  await page.goto('/almacen/perdidas');
  await page.getByRole('button', { name: 'Anular: Lechuga' }).click();
  await page.getByLabel('Motivo').fill('se contó mal');
  await page.getByRole('button', { name: 'Anular', exact: true }).click();
  await page.getByText('anulado', { exact: true }).waitFor();
  const [loss] = await items('/api/inventory/v1/losses');
  expect(loss?.field('reversal').text).toBe('se contó mal');
});

test('a notebook that somebody typed is brought: names for codes, hours, several lines of a receipt, and all of it once', async () => {
  const { page } = laptop;
  await page.goto('/cosechas');
  await page.getByRole('link', { name: 'Pegar de una hoja' }).click();
  await paste(laptop, 'Fecha;Carpa;Producto;Cantidad;Unidad\n5/3/2026 7:30;carpa solar 1;Lechuga;18;pieza');
  await page.getByRole('button', { name: 'Guardar 1 fila' }).click();
  await page.getByText('Se guardó 1 fila.').waitFor();
  const [harvest] = await items('/api/production/v1/harvests?from=2026-03-05&to=2026-03-05');
  expect([harvest?.field('structure').text, harvest?.field('harvestedAt').text]).toEqual([
    'G1',
    '2026-03-05T11:30:00.000Z',
  ]);

  await page.getByLabel('Qué se pega').selectOption('Trabajo: horas de cada socia');
  await paste(laptop, 'Día;Nombre;Tarea;Horas\n6/3/2026;Choque Felipa;riego;7,5\n6/3/2026;Severo Poma;riego;siete');
  await page.getByRole('row', { name: 'Severo Poma (003)' }).getByText('Escriba las horas').waitFor();
  await paste(laptop, 'Día;Nombre;Tarea;Horas\n6/3/2026;Choque Felipa;riego;7,5\n6/3/2026;Severo Poma;riego;7:15');
  await page.getByRole('button', { name: 'Guardar las 2 filas' }).click();
  await page.getByText('Se guardaron 2 filas.').waitFor();
  const worked = await items('/api/production/v1/work?from=2026-03-06&to=2026-03-06');
  expect(worked.map((row) => `${row.field('member').text} ${row.field('minutes').number}`).sort()).toEqual([
    '002 450',
    '003 435',
  ]);

  const heads = 'Recibo;Fecha;Feria;Pago;Producto;Cantidad;Unidad;Precio\n';
  const rows = (second: string): string =>
    `${heads}R1;7/3/2026;Villa Dolores;efectivo;Lechuga;2;pieza;24,50\n${second}\n;7/3/2026;Villa Dolores;fiado;Lechuga;1;pieza;20`;
  await page.goto('/ventas');
  await page.getByRole('link', { name: 'Pegar de una hoja' }).click();
  await paste(laptop, rows('R1;8/3/2026;;;Lechuga;3;atado;2'));
  await page.getByRole('row', { name: '3 R1' }).getByText('la primera fila del recibo R1 dice otra cosa').waitFor();
  await paste(laptop, rows('R1;;;;Lechuga;3;atado;2'));
  await page.getByRole('row', { name: '3 R1' }).getByText('La unidad atado no vale').waitFor();
  expect(await faultsOf(laptop, 'paste-sales-laptop')).toEqual([]);
  expect(await items('/api/sales/v1/sales')).toEqual([]);
  for (const told of ['Se guardaron 2 recibos.', '2 recibos ya estaban.']) {
    await paste(laptop, rows('R1;;;;Lechuga;3;pieza;2'));
    await page.getByRole('button', { name: 'Guardar las 3 filas' }).click();
    await page.getByText(told).waitFor();
  }
  const sold = await items('/api/sales/v1/sales');
  expect(sold.map((row) => `${row.field('total').text} ${row.field('payment').text}`).sort()).toEqual([
    '20.00 credit',
    '55.00 cash',
  ]);
});

test('every page of the manager can be read and used on a phone and on a laptop', async () => {
  const device = await browser.device(system.url, 'laptop');
  const { page } = device;
  await signIn(device, 'irene');
  const faults: string[] = [];
  for (const path of [
    ...['/hoy', '/cosechas', '/cosechas/nueva', '/trabajo', '/trabajo/planilla', '/almacen', '/almacen/lotes'],
    ...['/almacen/entregas', '/almacen/entregas/nueva', '/almacen/perdidas', '/almacen/perdidas/nueva'],
    ...['/almacen/regalos', '/almacen/regalos/nuevo'],
    ...['/carpas', '/ferias', '/productos', '/productos/LECHUGA', '/traer?que=productos'],
    ...['/familias', '/familias/F01', '/familias/nueva', '/traer?que=familias', '/familias/socias/001'],
  ]) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await until(async () => (await page.locator('[aria-busy]').count()) === 0);
    faults.push(...(await faultsAtBothWidths(device, `manager${path.replaceAll('/', '-')}`)));
  }
  expect(faults).toEqual([]);
  await device.close();
});

test('a product that has no units of its own is noted in what the store counts it in, and the page says where to add one', async () => {
  await first.post('/api/inventory/v1/products', { rows: [{ code: 'MENTA', name: 'Menta', stockUnit: 'g' }] });
  const { page } = laptop;
  await page.goto('/cosechas/nueva?producto=MENTA');
  await page.getByText('solo se mide en gramos').waitFor();
  expect(await page.getByLabel('Unidad').locator('option').allTextContents()).toEqual(['g']);
  expect(await faultsAtBothWidths(laptop, 'without-units')).toEqual([]);
  await page.getByRole('link', { name: 'Añadir una unidad' }).click();
  await page.getByRole('heading', { name: 'Menta' }).waitFor();
});

test('a page is walked by the keyboard: past the menu to its content, each stop is seen, and a dialog keeps the focus and gives it back', async () => {
  await first.post('/api/inventory/v1/products', { rows: [{ code: 'APIO', name: 'Apio', stockUnit: 'g' }] });
  const { page } = laptop;
  const stop = (): Promise<{ name: string; isSeen: boolean; inDialog: boolean }> =>
    page.evaluate(() => {
      const at = document.activeElement ?? document.body;
      const { outlineStyle } = getComputedStyle(at);
      const { top, bottom, width, height } = at.getBoundingClientRect();
      return {
        name: at.getAttribute('aria-label') ?? at.textContent ?? '',
        isSeen: outlineStyle !== 'none' && width > 1 && height > 1 && bottom > 0 && top < innerHeight,
        inDialog: at.closest('dialog') !== null,
      };
    });
  await page.goto('/productos/APIO');
  await page.getByRole('heading', { name: 'Apio' }).waitFor();
  await page.getByRole('link', { name: 'Ir al contenido' }).focus();
  expect(await stop()).toMatchObject({ name: 'Ir al contenido', isSeen: true });
  await page.keyboard.press('Enter');
  for (const name of ['Poner una foto', 'Corregir: Apio', 'Retirar: Apio', 'Añadir una unidad']) {
    await page.keyboard.press('Tab');
    expect(await stop()).toEqual({ name, isSeen: true, inDialog: false });
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    for (let pressed = 0; pressed < 8; pressed += 1) {
      await page.keyboard.press('Tab');
      // after the last stop the browser has its own, and begins again
      const at = await stop();
      if (await page.evaluate(() => document.activeElement !== document.body))
        expect(at).toMatchObject({ inDialog: true, isSeen: true });
    }
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await stop()).toMatchObject({ name, isSeen: true });
  }
});
