import { hash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fieldOf } from '@ayni/kernel';
import { SystemProcess } from '@ayni/testing-systems/system-process';
import { WORKSPACE } from '@ayni/testing/run-program';
import { TestBrowser, type Device, type Width } from './browser.js';
import { addressOf, openFullExample, type Sought } from './full-example.js';
import { signIn } from './people.js';
import { settled } from './settled.js';
import { chooseTwo, takePlace } from './stall.js';

/** Thirteen pages that tell most of what people do, besides charging at the stall: by their names in `docs/pictures`, where they are, and whose they are. */
const PICTURES = [
  ['vender', '/vender', 'sabina'],
  ['mi-feria', '/mi-feria?day=2025-07-04', 'martina'],
  ['inicio', '/inicio', 'socia'],
  ['mi-cuenta', '/mi-cuenta', 'socia'],
  ['hoy', '/hoy', 'martina'],
  ['planilla', '/trabajo/planilla', 'martina'],
  ['almacen', '/almacen', 'martina'],
  ['lote', '/almacen/lotes/:code', 'martina'],
  ['gestion', '/gestion/:code', 'tesora'],
  ['reparto', '/reparto/:id', 'tesora'],
  ['pagos', '/reparto/:id/pagos', 'tesora'],
  ['ventas', '/ventas', 'tesora'],
  ['usuarios', '/usuarios', 'presi'],
] as const;

/** Pages that the treasurer has before her on a laptop, in the order of her year. */
const OF_THE_YEAR = [
  ['reglas', '/reglas', 'tesora'],
  ['abrir', '/gestion/abrir', 'tesora'],
  ['gastos', '/gastos', 'tesora'],
  ['donaciones', '/gastos/donaciones', 'tesora'],
  ['asambleas', '/asambleas', 'presi'],
  ['fondos', '/libro/fondos', 'tesora'],
] as const;

/** Pages of whoever follows the co-op for a program, in the order of what she does. */
const OF_PROGRAMS = [
  ['llaves', '/usuarios/llaves', 'presi'],
  ['eventos', '/eventos?servicio=inventory&desde=ahora', 'presi'],
] as const;

const FOLDER = join(WORKSPACE, 'docs/pictures');

const system = await SystemProcess.start({ form: 'laptop' });
const browser = await TestBrowser.start();
try {
  const sought = await openFullExample(system);
  await mkdir(FOLDER, { recursive: true });
  await sought.example.client.post('/api/members/v1/api-keys', {
    ...{ name: 'ong', roles: ['integrator'], scopes: ['events:read', 'sales:read', 'stock:read'] },
  });
  for (const width of ['phone', 'laptop'] as const) await takeAll(width, sought);
  await takeTrust();
} finally {
  await browser.close();
  await system.remove();
}

async function takeAll(width: Width, sought: Sought): Promise<void> {
  const devices = new Map<string, Device>();
  for (const [name, path, user] of width === 'laptop' ? [...PICTURES, ...OF_THE_YEAR, ...OF_PROGRAMS] : PICTURES) {
    const device = devices.get(user) ?? (await browser.device(system.url, width));
    if (!devices.has(user)) await signIn(device, user);
    devices.set(user, device);
    if (name === 'donaciones') await agreeOnBudget(sought);
    await device.page.goto(addressOf(path, sought));
    if (path === '/vender') await takePlace(device);
    await settled(device);
    if (name === 'eventos') await followAProduct(device, sought);
    if (name === 'donaciones') await device.page.locator('summary', { hasText: 'partidas' }).click();
    if (name === 'pagos') await lookAt(device, 'Archivo para el banco');
    await take(device, `${name}-${width}.png`);
    if (path !== '/vender') continue;
    await chooseTwo(device);
    await take(device, `cobrar-${width}.png`);
  }
  for (const device of devices.values()) await device.close();
}

/** Agrees on a grant with its paper and its budget, of which a part was spent. */
async function agreeOnBudget({ example: { client } }: Sought): Promise<void> {
  const base = '/api/profit-sharing/v1';
  const paper = await client.bring(`${base}/attachments`, Buffer.from('%PDF-1.7\n%%EOF'));
  await client.post(`${base}/grants`, {
    rows: [
      {
        ...{ code: 'ALC-2026', funder: 'Alcaldía', purpose: 'riego y mallas', amount: '12000.00' },
        ...{ receivedOn: '2026-07-20', restricted: true, document: '12/2026', attachments: [paper.field('hash').text] },
        lines: [
          { name: 'Mallas', amount: '7500.00' },
          { name: 'Riego', amount: '4500.00' },
        ],
      },
    ],
  });
  const spent = { spentOn: '2026-08-03', fundedBy: 'ALC-2026' };
  await client.post(`${base}/expenses`, {
    rows: [
      { ...spent, code: 'MALLAS', category: 'mallas', amount: '3120.00', budgetLine: 'Mallas' },
      { ...spent, code: 'MANGUERAS', category: 'mangueras', amount: '860.50', budgetLine: 'Riego' },
    ],
  });
}

/** Registers a product while a page follows what happens. */
async function followAProduct({ page }: Device, { example: { client } }: Sought): Promise<void> {
  await page.getByText('Aquí aparece lo que pase desde ahora').waitFor();
  await client.post('/api/inventory/v1/products', { rows: [{ code: 'PEREJIL', name: 'Perejil', stockUnit: 'g' }] });
  await page.getByText('product/PEREJIL').first().click();
  await page.getByText('"code": "PEREJIL"').first().waitFor();
}

/** The page that says how a phone trusts the laptop, as one at an address of its own network has it. */
async function takeTrust(): Promise<void> {
  const made: unknown = await import(pathToFileURL(join(WORKSPACE, 'apps/laptop/dist/lan/trust-page.js')).href);
  const trustPage = fieldOf(made, 'trustPage');
  if (typeof trustPage !== 'function') throw new Error('the laptop form has no such page any more');
  const digest = hash('sha256', 'a laptop', 'hex').toUpperCase().match(/../g) ?? [];
  const device = await browser.device(system.url, 'phone');
  await device.page.setContent(String(trustPage('https://192.168.1.20:4500', digest.join(':'))));
  await device.page.screenshot({ path: join(FOLDER, 'confiar-phone.png') });
  process.stdout.write('confiar-phone.png\n');
  await device.close();
}

/** Moves a page to what stands under a heading. */
async function lookAt({ page }: Device, heading: string): Promise<void> {
  await page.getByRole('heading', { name: heading }).evaluate((found) => found.scrollIntoView({ block: 'center' }));
}

/** Draws a page with its own letters: where they come late it does without, which a picture need not. */
async function withItsLetters(): Promise<void> {
  for (const sheet of document.styleSheets)
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSFontFaceRule)) continue;
      const said = (name: string): string => rule.style.getPropertyValue(name);
      const letters = new FontFace(said('font-family').replaceAll('"', ''), said('src'), {
        weight: said('font-weight'),
      });
      document.fonts.add(await letters.load());
    }
}

async function take(device: Device, name: string): Promise<void> {
  await device.page.evaluate(withItsLetters);
  await device.page.screenshot({ path: join(FOLDER, name) });
  process.stdout.write(`${name}\n`);
}
