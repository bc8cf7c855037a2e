import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@ayni/testing/until';
import { WORKSPACE } from '@ayni/testing/run-program';
import { SystemProcess } from '@ayni/testing-systems/system-process';
import { TestBrowser, type Device } from '../src/browser.js';
import { COOP, PASSWORD } from '../src/people.js';
import { settled } from '../src/settled.js';

const CHACOMA = join(WORKSPACE, 'examples/chacoma');

/** So many rows are brought at once. */
const AT_ONCE = 1_000;

const SEASON = '2025-2026';
const MARKETS = ['Villa Dolores', 'Feria Viacha', 'Feria 16 de Julio', 'Desayuno escolar Viacha', 'Venta en Chacoma'];
const FUNDS = [
  ['reserva-legal', 'Reserva legal', '10'],
  ['educacion', 'Fondo de educación', '5'],
  ['prevision', 'Fondo de previsión social', '5'],
] as const;
const BASES = [
  ['Por el trabajo confirmado', '70'],
  ['Por lo entregado, en dinero', '20'],
  ['Por ser socia', '10'],
] as const;

/** What the example's own oracle says that comes of it. */
type Expected = {
  readonly result: string;
  readonly pool: string;
  readonly paidTotal: string;
  readonly funds: readonly { readonly amount: string }[];
  readonly members: readonly { readonly member: string; readonly household: string; readonly share: string }[];
  readonly households: readonly { readonly household: string; readonly paid: string; readonly carried: string }[];
};

let system: SystemProcess;
let browser: TestBrowser;
let laptop: Device;
let expected: Expected;

beforeAll(async () => {
  [system, browser] = await Promise.all([SystemProcess.start({ form: 'laptop' }), TestBrowser.start()]);
  laptop = await browser.device(system.url, 'laptop');
  // as the file of the example is written
  expected = JSON.parse(await readFile(join(CHACOMA, 'expected.json'), 'utf8')) as Expected;
});

afterAll(async () => {
  await browser.close();
  await system.remove();
});

/** An amount as the pages write it. */
const bs = (amount: string): string =>
  `Bs ${new Intl.NumberFormat('es-BO', { minimumFractionDigits: 2 }).format(Number(amount))}`;

const plain = (text: string): string => text.replaceAll('\u00a0', ' ').trim();

const button = (name: string | RegExp) => laptop.page.getByRole('button', { name });
const heading = (name: string): Promise<void> =>
  laptop.page.getByRole('heading', { name, exact: true }).first().waitFor();

async function go(path: string): Promise<void> {
  await laptop.page.goto(path);
  await settled(laptop);
}

/** Fills fields by their labels. */
async function fill(fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) await laptop.page.getByLabel(label, { exact: true }).fill(value);
}

/** Brings a file of the example by the page for spreadsheets, once what was understood is good. */
async function bring(what: string, file: string, among: (row: string) => boolean = () => true): Promise<void> {
  const { page } = laptop;
  await go(`/traer?que=${what}`);
  for (const text of await partsOf(file, among)) {
    await page
      .getByLabel('Archivo', { exact: true })
      .setInputFiles({ name: file, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.getByRole('table').waitFor();
    // one part of the system may not have heard yet of what another was told: she tries again
    await until(async () => {
      await button('Probar sin guardar').click();
      await page.getByText(/^(Todo está bien\.|Hay \d+ cosas? por arreglar)/).waitFor();
      return button(/^Guardar (las )?\d+ filas?$/).isVisible();
    });
    await button(/^Guardar (las )?\d+ filas?$/).click();
    await page.getByText(/^Se guardaron \d+ (filas|recibos)\.$/).waitFor();
    await page.getByRole('table').waitFor({ state: 'detached' });
  }
}

/** A file of the example in parts that are brought at once; the lines of a receipt stay together. */
async function partsOf(file: string, among: (row: string) => boolean): Promise<readonly string[]> {
  const [head = '', ...lines] = (await readFile(join(CHACOMA, file), 'utf8')).trim().split(/\r?\n/);
  const first = (line: string | undefined): string => line?.split(',')[0] ?? '';
  const rows = lines.filter(among);
  const parts: string[] = [];
  while (rows.length > 0) {
    let end = Math.min(AT_ONCE, rows.length);
    if (head.startsWith('receipt')) while (end < rows.length && first(rows[end]) === first(rows[end - 1])) end -= 1;
    parts.push([head, ...rows.splice(0, end)].join('\n'));
  }
  return parts;
}

test('the whole season of Chacoma goes by clicks, from the code on the screen to the statement of a family, to the centavo', async () => {
  const { page } = laptop;
  // the first page
  await page.goto('/');
  await fill({
    'Código de un solo uso': system.setupCode,
    'Nombre de la asociación': 'Asociación de Productoras de Chacoma',
  });
  await page.getByLabel('Código de la asociación').fill(COOP);
  await page.getByLabel('Su usuario').fill('martina');
  await page.getByLabel('Contraseña').fill(PASSWORD);
  await button('Abrir los libros').click();
  await page.getByRole('navigation').first().waitFor();

  // people, products, ferias, greenhouses
  await bring('familias', 'households.csv');
  await bring('socias', 'members.csv');
  // one of them left during the season
  await go('/familias/socias/018');
  await button('Anotar que salió').click();
  await page.getByLabel('Su último día').fill('2026-03-15');
  await page.getByLabel('Cómo salió').selectOption('resigned');
  await page.getByLabel('Motivo').fill('Se fue a vivir a El Alto');
  await page.getByRole('dialog').getByRole('button', { name: 'Anotar que salió' }).click();
  await page.getByText('Motivo de la salida: Se fue a vivir a El Alto').waitFor();
  await bring('productos', 'products.csv');
  await bring('unidades', 'units.csv');
  await go('/ferias');
  for (const market of MARKETS) {
    await button('Inscribir una feria').click();
    await page.getByLabel('Nombre de la feria').fill(market);
    await button('Guardar').click();
    await heading(market);
  }
  await go('/carpas');
  const structures = (await readFile(join(CHACOMA, 'structures.csv'), 'utf8')).trim().split('\n').slice(1);
  for (const [code = '', name = '', kind = '', area = ''] of structures.map((line) => line.split(','))) {
    await button('Inscribir una carpa').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nombre').fill(name);
    await dialog.getByLabel('Código').fill(code);
    await dialog.getByLabel('Qué es').selectOption(kind);
    await dialog.getByLabel('Superficie').fill(area);
    await dialog.getByRole('button', { name: 'Guardar' }).click();
    await heading(name);
  }
  await go('/primeros-pasos');
  await expect(page.getByText('falta', { exact: true }).count()).resolves.toBe(2);

  // the season, by the rules that the assembly voted
  await go('/gastos/fondos');
  await button('Registrar un fondo').first().click();
  for (const [code, name] of FUNDS) {
    await page.getByLabel('Nombre', { exact: true }).fill(name);
    await page.getByLabel('Código', { exact: true }).fill(code);
    await button('Registrar un fondo').last().click();
    await page.getByRole('cell', { name: code, exact: true }).waitFor();
  }
  await go('/gestion/abrir');
  await fill({ Nombre: 'Gestión 2025-2026', Código: SEASON, 'Primer día': '2025-07-01', 'Último día': '2026-06-30' });
  await page.getByLabel('Moneda más pequeña').fill('0,10');
  for (const [at, [code, , percent]] of FUNDS.entries()) {
    await button('Añadir un fondo').click();
    await page.getByLabel('Fondo', { exact: true }).nth(at).selectOption(code);
    await page.getByLabel('Porcentaje (%)').nth(at).fill(percent);
  }
  for (const [basis, percent] of BASES) await page.getByLabel(basis).fill(percent);
  await page.getByText('completo').waitFor();
  await button('Abrir la gestión').click();
  await heading('Gestión 2025-2026');

  // who approves is another person
  await go('/usuarios');
  await page.locator('summary', { hasText: 'Nombrar usuario' }).click();
  await page.getByLabel('Usuario', { exact: true }).fill('berta');
  await page.getByLabel('Presidenta: aprueba y nombra').check();
  await page.getByLabel('Encargada: carpas, almacén, trabajo').check();
  await button('Nombrar usuario').click();
  const told = await page.getByText(/^Hecho\. Entregue a berta/).innerText();
  const given = /: (\S+)$/.exec(told)?.[1] ?? '';

  const other = await browser.device(system.url, 'laptop');
  await other.page.goto('/');
  await other.page.getByLabel('Código de la asociación').fill(COOP);
  await other.page.getByLabel('Usuario').fill('berta');
  await other.page.getByLabel('Contraseña').fill(given);
  await other.page.getByRole('button', { name: 'Entrar' }).click();
  await other.page.getByLabel('Contraseña nueva').fill(PASSWORD);
  await other.page.getByRole('button', { name: 'Guardar y entrar' }).click();
  await other.page.getByRole('navigation').first().waitFor();

  // what donors gave, what was spent, what was paid ahead
  await go('/gastos/donaciones');
  await button('Anotar una donación').first().click();
  const [grant] = (await readFile(join(CHACOMA, 'grants.csv'), 'utf8')).trim().split('\n').slice(1);
  const [code = '', funder = '', purpose = '', amount = '', day = ''] = (grant ?? '').split(',');
  await fill({ 'Quién dona': funder, 'Para qué': purpose, 'Número o comprobante': code, 'Día del acuerdo': day });
  await page.getByLabel(/^Acordado/).fill(amount);
  await page.getByLabel('El dinero llegó entero ese día').check();
  await button('Anotar una donación').last().click();
  await heading(funder);
  await bring('gastos', 'expenses.csv');
  await bring('anticipos', 'advances.csv');

  // what was noted day by day, out of the notebooks that somebody typed
  await bring('cosechas', 'harvests.csv');
  await bring('entregas', 'deliveries.csv');
  await bring('perdidas', 'losses.csv');
  await bring('trabajo', 'work.csv', (row) => row.endsWith(',yes'));
  await other.page.goto('/hoy');
  await other.page.getByRole('button', { name: /^Confirmar todo lo que espera/ }).click();
  await other.page.getByText('Se confirmaron 2536 registros.').waitFor();
  // what nobody stands for is written down, and does not count
  await bring('trabajo', 'work.csv', (row) => row.endsWith(',no'));
  await bring('cuidados', 'care.csv');
  await bring('ventas', 'sales.csv');

  // closed, once every part has heard of everything
  await go(`/gestion/${SEASON}`);
  await button('Cerrar la gestión').first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Escriba el código').fill(SEASON);
  const why = dialog.getByLabel('Por qué queda así');
  if ((await why.count()) === 1) await why.fill('Así lo dejó la asamblea.');
  await dialog.getByRole('button', { name: 'Cerrar la gestión' }).click();
  await button('Calcular el reparto').waitFor();

  // seen before it is worked out, then worked out and proposed
  await go(`/gestion/${SEASON}/previa`);
  const previewed = await page.locator('tbody td[data-label="Se le pagaría"]').allInnerTexts();
  expect(previewed.map(plain)).toEqual(expected.households.map(({ paid }) => bs(paid)));
  await page.goBack();
  await button('Calcular el reparto').click();
  await heading(`Reparto de ${SEASON}`);
  await settled(laptop);
  for (const [head, figure] of [
    ['Se paga', 'paid'],
    ['Queda en cuenta', 'carried'],
  ] as const) {
    const shown = await page.locator(`tbody td[data-label="${head}"]`).allInnerTexts();
    expect(shown.map(plain)).toEqual(expected.households.map((household) => bs(household[figure])));
  }
  const text = plain(await page.getByRole('main').innerText());
  for (const figure of [expected.result, expected.pool, expected.paidTotal, ...expected.funds.map((one) => one.amount)])
    expect(text).toContain(bs(figure));
  const run = new URL(page.url()).pathname;
  await button('Proponer a la asamblea').click();
  await dialog.getByRole('button', { name: 'Proponer a la asamblea' }).click();
  await page.getByText('Propuesto por martina.').waitFor();

  // who enters what was voted, and approves
  await other.page.goto('/aprobar');
  await other.page.getByRole('link', { name: 'Registrar la resolución' }).click();
  await other.page.getByLabel('Número').fill('R-1/2026');
  await other.page.getByLabel('Fecha de la asamblea').fill('2026-07-05');
  await other.page.getByLabel('Asunto').fill('Reparto de la gestión 2025-2026');
  await other.page.getByLabel('Votos a favor').fill('24');
  await other.page.getByLabel('Reparto que se votó').waitFor();
  await other.page.getByRole('button', { name: 'Registrar una resolución' }).click();
  await other.page.getByText('Resolución registrada.').waitFor();
  await other.page.goto('/aprobar');
  await other.page.getByRole('button', { name: 'Aprobar el reparto' }).click();
  const approval = other.page.getByRole('dialog');
  expect(plain(await approval.innerText())).toContain(`Se pagará ${bs(expected.paidTotal)} a las familias.`);
  // the books of money may not have heard of the resolution yet: she tries again, as the page says
  await until(async () => {
    const again = approval.getByRole('button', { name: 'Aprobar el reparto' });
    if (await again.isVisible()) await again.click({ timeout: 2_000 });
    return (await other.page.getByText('Ahora no hay ningún reparto por aprobar').count()) === 1;
  });
  await other.close();

  // each family reads how its share came about
  await go(`${run}/familias/F01`);
  const statement = plain(await page.getByRole('main').innerText());
  const [first] = expected.households;
  const shares = expected.members.filter(({ household }) => household === 'F01').map(({ share }) => share);
  for (const figure of [first?.paid ?? '', first?.carried ?? '', ...shares]) expect(statement).toContain(bs(figure));
  expect(laptop.complaints).toEqual([]);
});
