import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SystemProcess } from '@ayni/testing-systems/system-process';
import { testFolder } from '@ayni/testing/test-folder';
import { until } from '@ayni/testing/until';
import { TestBrowser } from '../src/browser.js';
import { faultsOf } from '../src/seen.js';

let system: SystemProcess;
let browser: TestBrowser;

beforeAll(async () => {
  [system, browser] = await Promise.all([SystemProcess.start({ form: 'laptop' }), TestBrowser.start()]);
});

afterAll(async () => {
  await browser.close();
  await system.remove();
});

test('the first page opens the example in books apart, which say on every page what they are, and deletes it whole', async () => {
  const laptop = await browser.device(system.url, 'laptop');
  const { page } = laptop;
  await page.goto('/');
  await page.getByRole('button', { name: 'Ver con datos de ejemplo' }).click();
  const [example] = await Promise.all([
    laptop.context.waitForEvent('page'),
    page.getByRole('link', { name: 'Abrir el ejemplo' }).click(),
  ]);
  expect(await faultsOf(laptop, 'example-laptop')).toEqual([]);
  const users = page.locator('.pair');
  await expect(users.count()).resolves.toBe(7);
  const [user, password] = [
    await users.first().locator('dt').innerText(),
    await users.first().locator('dd').innerText(),
  ];
  const coop = /el código (\S+) y/.exec(await page.getByRole('main').innerText())?.[1] ?? '';

  const isMarked = (): Promise<void> => example.getByText('Datos de ejemplo: nada de esto es de').waitFor();
  await isMarked();
  await example.getByLabel('Código de la asociación').fill(coop);
  await example.getByLabel('Usuario').fill(user.split(' ')[0] ?? '');
  await example.getByLabel('Contraseña').fill(password);
  await example.getByRole('button', { name: 'Entrar' }).click();
  await example.getByRole('navigation').first().waitFor();
  await isMarked();
  await example.goto(new URL('/reparto', example.url()).href);
  await isMarked();
  await example.close();

  expect(existsSync(`${system.folder}-example`)).toBe(true);
  await page.getByRole('button', { name: 'Borrar el ejemplo entero' }).click();
  await page.getByRole('button', { name: 'Ver con datos de ejemplo' }).waitFor();
  await until(() => !existsSync(`${system.folder}-example`));
  // and the books themselves are as new as before
  await page.reload();
  await page.getByLabel('Código de un solo uso').waitFor();
});

test('the folder of an example is one however it is started: it is marked, and deleted whole from within', async () => {
  const folder = testFolder();
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'demo.json'), '{}');
  const example = await SystemProcess.start({ form: 'laptop', folder });
  const laptop = await browser.device(example.url, 'laptop');
  const { page } = laptop;
  await page.goto('/');
  await page.getByText('Estos libros son el ejemplo').waitFor();
  const asked = await page.request.get('/api/members/v1/setup');
  expect(await asked.json()).toMatchObject({ isExample: true });
  expect(await faultsOf(laptop, 'example-here-laptop')).toEqual([]);
  await page.getByRole('button', { name: 'Borrar el ejemplo entero' }).click();
  await page.getByText('El ejemplo se borró entero.').waitFor();
  await until(() => !existsSync(folder));
  await laptop.close();
});
