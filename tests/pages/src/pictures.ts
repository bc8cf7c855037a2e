import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SystemProcess } from '@ayni/testing-systems/system-process';
import { WORKSPACE } from '@ayni/testing/run-program';
import { TestBrowser, type Device, type Width } from './browser.js';
import { addressOf, openFullExample } from './full-example.js';
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

const FOLDER = join(WORKSPACE, 'docs/pictures');

const system = await SystemProcess.start({ form: 'laptop' });
const browser = await TestBrowser.start();
try {
  const sought = await openFullExample(system);
  await mkdir(FOLDER, { recursive: true });
  for (const width of ['phone', 'laptop'] as const) await takeAll(width, (path) => addressOf(path, sought));
} finally {
  await browser.close();
  await system.remove();
}

async function takeAll(width: Width, address: (path: string) => string): Promise<void> {
  const devices = new Map<string, Device>();
  for (const [name, path, user] of width === 'laptop' ? [...PICTURES, ...OF_THE_YEAR] : PICTURES) {
    const device = devices.get(user) ?? (await browser.device(system.url, width));
    if (!devices.has(user)) await signIn(device, user);
    devices.set(user, device);
    await device.page.goto(address(path));
    if (path === '/vender') await takePlace(device);
    await settled(device);
    if (name === 'pagos') await lookAt(device, 'Archivo para el banco');
    await take(device, `${name}-${width}.png`);
    if (path !== '/vender') continue;
    await chooseTwo(device);
    await take(device, `cobrar-${width}.png`);
  }
  for (const device of devices.values()) await device.close();
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
