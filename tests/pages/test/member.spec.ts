import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SystemProcess } from '@ayni/testing-systems/system-process';
import { until } from '@ayni/testing/until';
import { TestBrowser, type Device } from '../src/browser.js';
import { openExample, type Example } from '../src/example.js';
import { keptReads } from '../src/kept-reads.js';
import { COOP, signIn } from '../src/people.js';
import { faultsOf } from '../src/seen.js';

let system: SystemProcess;
let browser: TestBrowser;
let example: Example;

beforeAll(async () => {
  [system, browser] = await Promise.all([SystemProcess.start({ form: 'laptop' }), TestBrowser.start()]);
  example = await openExample(system);
});

afterAll(async () => {
  await browser.close();
  await system.remove();
});

const heading = ({ page }: Device, name: string): Promise<void> =>
  page.getByRole('heading', { name, exact: true }).waitFor();

test('a member sees in one figure what she gets, and line by line how it came about, as her statement has it', async () => {
  const phone = await browser.device(system.url, 'phone');
  const { page } = phone;
  await signIn(phone, 'socia');
  const pressed = page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        new MutationObserver((_, observer) => {
          const card = document.querySelector('[aria-labelledby=share] .card');
          if (card === null) return;
          observer.disconnect();
          resolve([...card.querySelectorAll('button')].map(({ innerText }) => innerText));
        }).observe(document.body, { childList: true, subtree: true });
      }),
  );
  await page.getByRole('link', { name: 'Mi cuenta' }).click();
  await page.getByText('Bs 2.771,01').waitFor();
  // all that she can press comes with the figure: nothing moves under her finger
  expect(await pressed).toEqual(expect.arrayContaining(['Hoja A4', 'Copiar como mensaje']));
  const statement = await example.client.get(`/api/profit-sharing/v1/runs/${example.run}/statements/members/001`);
  const shown = await page.locator('.workings .number').allInnerTexts();
  const inFigures = (amount: string): string =>
    new Intl.NumberFormat('es-BO', { minimumFractionDigits: 2 }).format(Number(amount));
  expect(shown).toEqual(statement.field('workings').list.map((line) => inFigures(line.field('amount').text)));
  expect(await faultsOf(phone, 'my-account-phone')).toEqual([]);

  // as a message, whose code anybody can check who holds it
  await page.getByRole('button', { name: 'Copiar como mensaje' }).click();
  const message = await page.locator('.message').innerText();
  expect(message).toContain('A favor de su familia 2.771,01');
  const check = statement.field('check').text;
  expect(message).toContain(check);
  const stranger = await browser.device(system.url, 'phone');
  await stranger.page.goto('/comprobar');
  await stranger.page.getByLabel('Código de la asociación').fill(COOP);
  await stranger.page.getByLabel('Código del papel').fill(check.toLowerCase());
  await stranger.page.getByRole('button', { name: 'Comprobar', exact: true }).click();
  await stranger.page.getByText('Bs 2.771,01').waitFor();
  expect(await stranger.page.locator('#content').innerText()).not.toMatch(/Martina|Yujra/);
  expect(await faultsOf(stranger, 'check-paper-phone')).toEqual([]);
  await stranger.close();

  // nothing of anybody else, by no address
  for (const path of ['/usuarios', '/gestion', '/libro', '/familias']) {
    await page.goto(path);
    await heading(phone, 'Esta página no existe');
  }
  await phone.close();
});

test('a member notes her work on the page, and her week shows whether another has confirmed it', async () => {
  const phone = await browser.device(system.url, 'phone');
  const { page } = phone;
  await signIn(phone, 'socia');
  await page.getByRole('link', { name: 'Mi trabajo' }).click();
  await page.getByRole('button', { name: 'riego' }).click();
  await expect(page.getByLabel('Qué hizo').inputValue()).resolves.toBe('riego');
  await page.getByLabel('Horas').fill('2,5');
  await page.getByText('Se entiende: 2,50').waitFor();
  await page.getByRole('button', { name: 'Anotar trabajo' }).click();
  await page.getByText('Anotado. Otra persona lo confirma.').waitFor();
  expect(await faultsOf(phone, 'my-work-phone')).toEqual([]);
  const noted = (await example.client.get('/api/production/v1/work?confirmed=false&member=001&limit=999'))
    .field('items')
    .list.find((row) => row.field('activity').text === 'riego');
  expect(noted?.field('minutes').number).toBe(150);

  await page.getByRole('link', { name: 'Inicio' }).click();
  await page.getByText('por confirmar').waitFor();
  expect(await faultsOf(phone, 'my-week-phone')).toEqual([]);
  await example.client.post('/api/production/v1/confirmations', { codes: [noted?.field('code').text] });
  await until(async () => {
    await page.reload();
    await page.getByRole('listitem').getByText('2 h 30 min').waitFor();
    return (await page.getByText('confirmado').count()) === 1;
  });
  await phone.close();
});

test('signing out is on every page, and leaves nothing of what she read or typed on the device', async () => {
  const phone = await browser.device(system.url, 'phone');
  const { page } = phone;
  await signIn(phone, 'socia');
  const drafts = () =>
    page.evaluate(() => Object.keys(sessionStorage).filter((name) => name.startsWith('ayni-draft-')));
  await page.goto('/mi-trabajo');
  await page.getByLabel('Horas').fill('3');
  expect(await drafts()).toHaveLength(1);
  await page.goto('/mi-cuenta');
  await page.getByText('Bs 2.771,01').waitFor();
  expect(await keptReads(phone)).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Salir' }).click();
  await heading(phone, 'Entrar');
  await until(async () => (await keptReads(phone)) === 0);
  expect(await drafts()).toEqual([]);
  // nor by the way back
  await page.goBack();
  await heading(phone, 'Entrar');
  await phone.close();
});

test.each([
  ['socia', ['/inicio', '/mi-trabajo', '/mi-cuenta']],
  ['martina', ['/usuarios', '/usuarios/llaves', '/usuarios/actos', '/primeros-pasos']],
  ['programa', ['/eventos']],
] as const)('the pages of %s fit both screens, and bar nobody', async (user, paths) => {
  const faults: string[] = [];
  for (const width of ['phone', 'laptop'] as const) {
    const device = await browser.device(system.url, width);
    await signIn(device, user);
    for (const path of paths) {
      await device.page.goto(path);
      await device.page.locator('h1').waitFor();
      await device.page.waitForLoadState('networkidle');
      faults.push(...(await faultsOf(device, `${path.slice(1).replaceAll('/', '-')}-${width}`)));
    }
    await device.close();
  }
  expect(faults).toEqual([]);
});

test('a president names a user, who chooses a password of her own and comes in', async () => {
  const laptop = await browser.device(system.url, 'laptop');
  const { page } = laptop;
  await signIn(laptop, 'martina');
  await page.goto('/usuarios');
  await page.getByText('Nombrar usuario').first().click();
  await page.getByRole('textbox', { name: 'Usuario' }).fill('sabina');
  await page.getByLabel('Vendedora: vende en la feria, nada más').check();
  const password = await page.locator('form strong').first().innerText();
  await page.getByRole('button', { name: 'Nombrar usuario' }).click();
  await page.getByText(`Entregue a sabina su contraseña para la primera vez: ${password}`).waitFor();
  await page.goto('/usuarios/actos');
  // in words, not as the operation is called
  await page.getByRole('cell', { name: 'Nombró un usuario' }).first().waitFor();
  await expect(page.getByRole('cell', { name: /^[a-z-]+\.[a-z]+$/ }).count()).resolves.toBe(0);

  const phone = await browser.device(system.url, 'phone');
  await phone.page.goto('/');
  await phone.page.getByLabel('Código de la asociación').fill('chacoma');
  await phone.page.getByRole('textbox', { name: 'Usuario' }).fill('sabina');
  await phone.page.getByLabel('Contraseña').fill(password);
  await phone.page.getByRole('button', { name: 'Entrar' }).click();
  await heading(phone, 'Elija su contraseña');
  expect(await faultsOf(phone, 'choose-password-phone')).toEqual([]);
  await phone.page.getByLabel('Contraseña nueva').fill('sabina vende acelga');
  await phone.page.getByRole('button', { name: 'Guardar y entrar' }).click();
  await phone.page.getByRole('banner').waitFor();
  await phone.close();
  await laptop.close();
});
