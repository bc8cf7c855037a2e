import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SystemProcess } from '@ayni/testing-systems/system-process';
import { TestBrowser, type Device } from '../src/browser.js';
import { faultsOf } from '../src/seen.js';

let system: SystemProcess;
let browser: TestBrowser;
let phone: Device;
let laptop: Device;

beforeAll(async () => {
  [system, browser] = await Promise.all([SystemProcess.start({ form: 'laptop' }), TestBrowser.start()]);
  phone = await browser.device(system.url, 'phone');
  laptop = await browser.device(system.url, 'laptop');
});

afterAll(async () => {
  await browser.close();
  await system.remove();
});

test('on the first day the books are opened with the code that the system printed, and what is wrong is said at its field', async () => {
  const { page } = laptop;
  await page.goto('/');
  await page.getByLabel('Código de un solo uso').fill('AAAAA-AAAAA-AAAAA-AAAAA');
  await page.getByLabel('Nombre de la asociación').fill('Productoras de Ñuñumani');
  await expect(page.getByLabel('Código de la asociación').inputValue()).resolves.toBe('productoras-de-nunumani');
  await page.getByLabel('Su usuario').fill('martina');
  await page.getByLabel('Contraseña').fill('papas y habas del norte');
  expect(await faultsOf(laptop, 'set-up-laptop')).toEqual([]);

  await page.getByRole('button', { name: 'Abrir los libros' }).click();
  const code = page.getByLabel('Código de un solo uso');
  await code.and(page.locator('[aria-invalid="true"]')).waitFor();

  // what was typed survives a reload, but for the password, which is kept nowhere
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('papas y habas');
  await page.reload();
  await expect(page.getByLabel('Su usuario').inputValue()).resolves.toBe('martina');
  await page.getByLabel('Código de un solo uso').fill(system.setupCode);
  await page.getByLabel('Contraseña').fill('papas y habas del norte');
  await page.getByRole('button', { name: 'Abrir los libros' }).click();
  // she stands where it goes on, and finds the way back to it
  await page.waitForURL('**/primeros-pasos');
  await page.getByText('Usuarios de las demás').waitFor();
  await page.getByRole('navigation').getByRole('link', { name: 'Hoy' }).click();
  await page.getByRole('navigation').getByRole('link', { name: 'Primeros pasos' }).click();
  await page.getByText('Usuarios de las demás').waitFor();
  await expect(page.getByText('falta', { exact: true }).count()).resolves.toBe(5);
  expect(await faultsOf(laptop, 'first-steps-laptop')).toEqual([]);
});

test('who comes after that is asked to sign in, and is told where she may not', async () => {
  const { page } = phone;
  await page.goto('/');
  await page.getByRole('heading', { name: 'Entrar' }).waitFor();
  expect(await faultsOf(phone, 'sign-in-phone')).toEqual([]);
  await page.getByLabel('Código de la asociación').fill('productoras-de-nunumani');
  await page.getByLabel('Usuario').fill('martina');
  await page.getByLabel('Contraseña').fill('no es la suya');
  await page.getByRole('button', { name: 'Entrar' }).click();
  await page.getByRole('alert').waitFor();
  await page.getByLabel('Contraseña').fill('papas y habas del norte');
  await page.getByRole('button', { name: 'Entrar' }).click();
  await page.getByRole('navigation').waitFor();
  await page.goto('/no-hay');
  await page.getByRole('heading', { name: 'Esta página no existe' }).waitFor();
  expect(await faultsOf(phone, 'not-found-phone')).toEqual([]);
});

test('the menu speaks Aymara first where somebody wants it, and Spanish where a word is missing', async () => {
  const { page } = laptop;
  await page.goto('/yo');
  await page.getByText('Presidenta · Tesorera · Encargada').waitFor();
  await page.getByLabel('Palabras del menú').selectOption('aymara (sin revisar)');
  await page.getByRole('link', { name: 'Aljaña' }).waitFor();
  await page.getByRole('link', { name: 'Reparto' }).waitFor();
  await page.getByText('Nadie que lo hable revisó todavía estas palabras').waitFor();
  expect(await faultsOf(laptop, 'labels-laptop')).toEqual([]);
  await page.getByLabel('Palabras del menú').selectOption('español');
  await page.getByRole('link', { name: 'Vender', exact: true }).waitFor();
});
