import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import type { Answer } from '@ayni/api-client/answer';
import type { Client } from '@ayni/api-client/client';
import { photo } from '@ayni/testing/photo';
import { WORKSPACE } from '@ayni/testing/run-program';
import { until } from '@ayni/testing/until';
import { SystemProcess } from '@ayni/testing-systems/system-process';
import { TestBrowser, type Device } from '../src/browser.js';
import { keptPhotos } from '../src/kept-reads.js';
import { nameUser, openBooks, PASSWORD, signIn } from '../src/people.js';
import { faultsAtBothWidths, faultsOf } from '../src/seen.js';
import { record, register, SEASON } from '../src/small-season.js';

/** Any pictures will do. */
const PICTURES = join(WORKSPACE, 'services/web/public');
const API = '/api/profit-sharing/v1';

let system: SystemProcess;
let browser: TestBrowser;
let first: Client;
let run: string;

beforeAll(async () => {
  [system, browser] = await Promise.all([SystemProcess.start({ form: 'laptop' }), TestBrowser.start()]);
  first = await openBooks(system);
  await register(first);
});

afterAll(async () => {
  await browser.close();
  await system.remove();
});

const heading = ({ page }: Device, name: string): Promise<void> =>
  page.getByRole('heading', { name, exact: true }).waitFor();

/** An amount as the pages write it. */
const bs = (amount: string): string =>
  `Bs ${new Intl.NumberFormat('es-BO', { minimumFractionDigits: 2 }).format(Number(amount))}`;

const TEN_DAYS_MS = 10 * 86_400_000;
const inTenDays = (): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'America/La_Paz' }).format(Date.now() + TEN_DAYS_MS);

/** The day that the page proposes for an assembly. */
async function proposedDay(page: Device['page']): Promise<string> {
  await page.goto('/asambleas/convocar');
  const shown = await page.getByLabel('Día', { exact: true }).inputValue();
  return shown.split('/').reverse().join('-');
}

const plain = (text: string): string => text.replaceAll('\u00a0', ' ').trim();

/** So many phones of one user, and one of another, which comes after them and still keeps something. */
async function keepOnManyPhones(count: number): Promise<void> {
  const sql = await system.sql('members', 'superuser');
  await sql.query(
    `INSERT INTO devices (coop_id, id, user_name, label, family, shown_at, given, used_at, made_at, waiting)
     SELECT coop_id, gen_random_uuid(), CASE WHEN i = 0 THEN 'tesora' ELSE 'martina' END, 'Chrome · Android',
       gen_random_uuid()::text, now(), '{}', now(), now(), CASE WHEN i = 0 THEN 3 ELSE 0 END
     FROM (SELECT DISTINCT coop_id FROM devices) AS coop, generate_series(0, $1::integer) AS i`,
    [count],
  );
}

test('the treasurer opens a season whose percents come to 100, as she typed it', async () => {
  const laptop = await browser.device(system.url, 'laptop');
  const { page } = laptop;
  await signIn(laptop, 'tesora');
  await page.goto('/gestion');
  await page.getByText('Todavía no hay ninguna gestión').waitFor();
  expect(await faultsOf(laptop, 'no-season-laptop')).toEqual([]);
  await page.getByRole('main').getByRole('link', { name: 'Abrir una gestión' }).click();
  await page.getByLabel('Nombre').fill('Primera gestión');
  await page.getByLabel('Código').fill(SEASON);
  await page.getByLabel('Primer día').fill('1/1/2026');
  // day first, in a browser of any language; the divisions come by themselves
  await page.getByLabel('Último día').pressSequentially('30062026');
  await expect(page.getByLabel('Último día').inputValue()).resolves.toBe('30/06/2026');
  await page.getByLabel('Moneda más pequeña').fill('0,10');
  await page.getByRole('button', { name: 'Añadir un fondo' }).click();
  await page.getByLabel('Fondo', { exact: true }).selectOption('reserva-legal');
  await page.getByLabel('Porcentaje (%)').fill('10');
  await page.getByLabel('Por el trabajo confirmado').fill('60');
  await page.getByText('faltan 40,00 %').waitFor();
  await page.getByRole('button', { name: 'Abrir la gestión' }).click();
  await page.getByText('tienen que sumar 100').waitFor();
  await page.getByLabel('Por lo entregado, en dinero').fill('40');
  await page.getByText('completo').waitFor();
  expect(await faultsOf(laptop, 'open-season-laptop')).toEqual([]);
  await page.getByRole('button', { name: 'Abrir la gestión' }).click();
  await heading(laptop, 'Primera gestión');

  const season = await first.get(`${API}/seasons/${SEASON}`);
  expect([season.field('from').text, season.field('to').text, season.field('cashUnit').text]).toEqual([
    '2026-01-01',
    '2026-06-30',
    '0.10',
  ]);
  const rules = season.field('ruleSet');
  expect(rules.field('bases').list.map((base) => [base.field('basis').text, base.field('percent').text])).toEqual([
    ['work-minutes', '60.00'],
    ['value-delivered', '40.00'],
  ]);
  expect(rules.field('steps').list.map((step) => [step.field('fund').text, step.field('percent').text])).toEqual([
    ['reserva-legal', '10.00'],
  ]);
  await laptop.close();
});

test('a season that was opened with a wrong day is corrected, and withdrawn where it was a mistake; what two sources paid is one expense', async () => {
  const ruleSet = { code: 'r', steps: [], bases: [{ basis: 'equal', percent: '100.00' }] };
  const season = {
    code: '2024',
    name: 'Gestión 2024',
    from: '2024-01-01',
    to: '2024-12-31',
    cashUnit: '0.10',
    ruleSet,
  };
  await first.post(`${API}/seasons`, { rows: [season] });
  const laptop = await browser.device(system.url, 'laptop');
  const { page } = laptop;
  await signIn(laptop, 'tesora');
  await page.goto('/gestion/2024');
  await page.getByRole('link', { name: 'Corregir la gestión' }).click();
  await page.getByLabel('Último día').fill('2024-11-30');
  expect(await faultsOf(laptop, 'correct-season-laptop')).toEqual([]);
  await page.getByRole('button', { name: 'Corregir la gestión' }).click();
  await heading(laptop, 'Gestión 2024');
  await page.getByText('30 de noviembre de 2024').waitFor();
  await until(async () => (await first.get(`${API}/seasons/2024`)).field('state').text === 'open');

  await page.getByRole('button', { name: 'Retirar la gestión' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Escriba el código').fill('2024');
  await dialog.getByLabel('Motivo').fill('se abrió dos veces');
  await dialog.getByRole('button', { name: 'Retirar la gestión' }).click();
  await until(async () => (await first.get(`${API}/seasons/2024`)).field('state').text === 'withdrawn');

  await page.goto('/gastos/donaciones');
  await page.getByRole('button', { name: 'Anotar una donación' }).click();
  for (const [label, text] of [
    ['Quién dona', 'Fundación'],
    ['Para qué', 'semilla'],
    ['Número o comprobante', 'G1'],
    ['Día del acuerdo', '2026-02-01'],
    ['Número del convenio', '12/2026'],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(text);
  await page.getByLabel(/^Acordado/).fill('90');
  const whole = page.getByLabel('El dinero llegó entero ese día');
  await whole.check();
  const bound = page.getByLabel('Solo se puede gastar en eso');
  await bound.uncheck();
  await page.reload();
  await page.getByRole('button', { name: 'Anotar una donación' }).click();
  expect([await whole.isChecked(), await bound.isChecked()]).toEqual([true, false]);
  await bound.check();
  for (const [n, name, amount] of [
    [1, 'Mallas', '60'],
    [2, 'Riego', '30'],
  ] as const) {
    await page.getByRole('button', { name: 'Añadir una partida' }).click();
    const line = page.getByRole('group', { name: `Partida ${n}` });
    await line.getByLabel('Para qué es la partida').fill(name);
    await line.getByLabel(/^Monto/).fill(amount);
  }
  await page.getByText(`Las partidas suman ${bs('90.00')}.`.replace('\u00a0', ' ')).waitFor();
  await page.getByLabel('Foto o PDF del convenio').setInputFiles(join(PICTURES, 'ayni-192.png'));
  await page.getByText('Guardado').waitFor();
  // its lines and its paper are there again as well
  await page.reload();
  await page.getByRole('button', { name: 'Anotar una donación' }).click();
  await page.getByText(`Las partidas suman ${bs('90.00')}.`.replace('\u00a0', ' ')).waitFor();
  const second = page.getByRole('group', { name: 'Partida 2' });
  expect(await second.getByLabel('Para qué es la partida').inputValue()).toBe('Riego');
  await page.getByText('Guardado').waitFor();
  expect(await faultsAtBothWidths(laptop, 'new-grant')).toEqual([]);
  await page.getByRole('button', { name: 'Anotar una donación' }).last().click();
  await page.getByText('convenio 12/2026').waitFor();
  await page.getByRole('button', { name: 'Ver la foto: Convenio con Fundación' }).waitFor();
  await page.goto('/gastos/fondos');
  await page.getByRole('button', { name: 'Corregir: Reserva legal' }).click();
  await dialog.getByLabel('Cómo lo llama la ley').fill('Reserva Legal');
  await dialog.getByRole('button', { name: 'Guardar' }).click();
  await page.getByRole('cell', { name: 'Reserva Legal', exact: true }).waitFor();
  await page.getByRole('link', { name: 'Gastos', exact: true }).click();
  await page.getByRole('button', { name: 'Anotar un gasto' }).click();
  await page.getByLabel('Número o comprobante').fill('F-7');
  await page.getByLabel('Día', { exact: true }).fill('2026-03-01');
  await page.getByLabel('En qué se gastó').fill('malla');
  await page.getByLabel(/^Monto/).fill('80');
  await page.getByLabel('Pagado con', { exact: true }).first().selectOption('Fundación: semilla');
  await page.getByLabel('Partida', { exact: true }).selectOption('Mallas');
  await page.getByLabel(/^De eso, pagado con otro dinero/).fill('30');
  await page.getByLabel('El otro dinero').selectOption('dinero propio');
  // what was no amount yet comes back as it was typed, with what is wrong with it
  const amount = page.getByLabel(/^Monto/);
  const notAnAmount = page.getByText('Escriba un monto, como 24,50.');
  await amount.fill('80 y medio');
  expect(await notAnAmount.count()).toBe(0);
  await page.reload();
  await notAnAmount.waitFor();
  expect(await amount.inputValue()).toBe('80 y medio');
  await amount.fill('80');
  await notAnAmount.waitFor({ state: 'detached' });
  // a day that is half typed comes back too
  const day = page.getByLabel('Día', { exact: true });
  await day.fill('01/');
  await page.reload();
  await until(async () => (await day.inputValue()) === '01/');
  expect(await day.evaluate((field: HTMLInputElement) => field.validationMessage)).not.toBe('');
  await day.fill('2026-03-01');
  // what is chosen from goes by what stands there, also where that was typed before a reload
  await page.reload();
  await until(async () => (await amount.inputValue()) === '80');
  const typed = { Partida: 'Mallas', 'El otro dinero': 'own' };
  for (const [label, value] of Object.entries(typed))
    await until(async () => (await page.getByLabel(label, { exact: true }).inputValue()) === value);
  // so it is with further lines of the paper, and one that was taken out stays out
  const line = (n: number) => page.getByRole('group', { name: `Línea ${n}` });
  for (const n of [2, 3]) {
    await page.getByRole('button', { name: 'Añadir otra línea del mismo papel' }).click();
    await line(n).getByLabel('En qué se gastó').fill(`alambre ${n}`);
    await line(n)
      .getByLabel(/^Monto/)
      .fill(String(n));
  }
  await page.getByRole('button', { name: 'Quitar la línea 2' }).click();
  await page.reload();
  await until(async () => (await line(2).getByLabel('En qué se gastó').inputValue()) === 'alambre 3');
  await page.getByText(bs('83.00').replace('\u00a0', ' ')).waitFor();
  expect(await line(3).count()).toBe(0);
  await page.getByRole('button', { name: 'Quitar la línea 2' }).click();
  await page.getByLabel(/^De eso, pagado con otro dinero/).fill('30');
  await page.getByLabel('El otro dinero').selectOption('dinero propio');
  expect(await faultsOf(laptop, 'expense-laptop')).toEqual([]);
  await page.getByRole('button', { name: 'Anotar un gasto' }).last().click();
  await page.getByText(`${bs('30.00')} con dinero propio`.replace('\u00a0', ' ')).waitFor();
  const [expense] = (await first.get(`${API}/expenses`)).field('items').list;
  expect(['amount', 'fundedBy', 'rest', 'restFundedBy'].map((name) => expense?.field(name).text)).toEqual([
    ...['80.00', 'G1', '30.00', 'own'],
  ]);
  await page.goto('/gastos/donaciones');
  await page.locator('summary', { hasText: 'Ver las 2 partidas' }).click();
  const mallas = await page.locator('dl .pair').filter({ hasText: 'Mallas' }).innerText();
  expect(plain(mallas).split(/\s*\n\s*/)).toEqual([
    ...['Mallas', `gastado ${bs('50.00')} de ${bs('60.00')}`, `queda ${bs('10.00')}`],
  ]);
  expect(await faultsAtBothWidths(laptop, 'grant-budget')).toEqual([]);
  await laptop.close();
});

test('she sees what is unfinished, closes for a reason, works the shares out and proposes them, exact to the centavo', async () => {
  await record(first);
  const laptop = await browser.device(system.url, 'laptop');
  const { page } = laptop;
  await signIn(laptop, 'tesora');
  const preview = (): ReturnType<Client['get']> => first.get(`${API}/seasons/${SEASON}/preview`);
  await until(async () => {
    const kinds = (await preview()).field('unfinished').list.map((thing) => thing.field('kind').text);
    return kinds.length === 1 && kinds[0] === 'uncollected-credit';
  });
  await keepOnManyPhones(150);
  await page.goto('/gestion');
  await heading(laptop, 'Ventas al crédito por cobrar');
  await page.getByText(/^tesora, .* guardaba sin enviar: 3$/).waitFor();
  expect(await faultsOf(laptop, 'season-laptop')).toEqual([]);

  await page.getByRole('link', { name: 'Cuánto tocaría hoy' }).click();
  await heading(laptop, 'Familias');
  const households = (await preview()).field('outcome').field('households').list;
  const paid = await page.locator('tbody td[data-label="Se le pagaría"]').allInnerTexts();
  expect(paid.map(plain)).toEqual(households.map((household) => bs(household.field('paid').text)));
  expect(await faultsOf(laptop, 'preview-laptop')).toEqual([]);
  await page.goBack();

  await page.getByRole('button', { name: 'Cerrar la gestión' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Escriba el código').fill('otra');
  await dialog.getByLabel('Por qué queda así').fill('la tienda paga en julio');
  await dialog.getByRole('button', { name: 'Cerrar la gestión' }).click();
  await dialog.getByLabel('Escriba el código').and(page.locator('[aria-invalid="true"]')).waitFor();
  await dialog.getByLabel('Escriba el código').fill(SEASON);
  await dialog.locator('[aria-invalid="true"]').waitFor({ state: 'detached' });
  await dialog.getByRole('button', { name: 'Cerrar la gestión' }).click();
  await page.getByRole('button', { name: 'Calcular el reparto' }).waitFor();
  await page.locator('summary', { hasText: 'El cierre, en vivo' }).click();
  await page.getByText('Lo que quedó así, según tesora: la tienda paga en julio').waitFor();
  expect(await faultsOf(laptop, 'closed-season-laptop')).toEqual([]);

  await page.getByRole('button', { name: 'Calcular el reparto' }).click();
  await heading(laptop, `Reparto de ${SEASON}`);
  run = new URL(page.url()).pathname.split('/')[2] ?? '';
  const shares = (await first.get(`${API}/runs/${run}/shares`)).field('items').list;
  await page.getByRole('link', { name: 'Familia F01' }).waitFor();
  for (const [head, figure] of [
    ['Se paga', 'paid'],
    ['Queda en cuenta', 'carried'],
  ] as const) {
    const shown = await page.locator(`tbody td[data-label="${head}"]`).allInnerTexts();
    expect(shown.map(plain)).toEqual(shares.map((share) => bs(share.field(figure).text)));
  }
  await page.locator('summary', { hasText: 'Reserva legal' }).click();
  await page.getByText(/^10,00 % de .*redondeado hacia arriba/).waitFor();
  await page.getByRole('button', { name: 'Verificar' }).click();
  await page.getByText('Coincide en todo').waitFor();
  expect(await faultsOf(laptop, 'run-laptop')).toEqual([]);

  await page.getByRole('link', { name: 'Familia F01' }).click();
  await heading(laptop, 'La cuenta de Familia F01');
  const statement = await first.get(`${API}/runs/${run}/statements/households/F01`);
  const workings = page.locator('.workings').first().locator('.number');
  await workings.first().waitFor();
  expect((await workings.allInnerTexts()).map(plain)).toEqual(
    statement.field('workings').list.map((line) => bs(line.field('amount').text)),
  );
  await heading(laptop, 'Cómo sale la parte de Felipa Mamani');
  expect(await faultsOf(laptop, 'family-laptop')).toEqual([]);

  await page.getByRole('link', { name: 'Volver al reparto' }).click();
  await page.getByRole('button', { name: 'Proponer a la asamblea' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Proponer a la asamblea' }).click();
  await page.getByText('Propuesto por tesora.').waitFor();
  expect((await first.get(`${API}/runs/${run}`)).field('state').text).toBe('proposed');
  await laptop.close();
});

test('the president enters what the assembly decided and approves as the second person', async () => {
  const laptop = await browser.device(system.url, 'laptop');
  const { page } = laptop;
  await signIn(laptop, 'presi');
  await page.goto('/aprobar');
  await page.getByRole('link', { name: 'Registrar la resolución' }).waitFor();
  expect(await faultsOf(laptop, 'approval-laptop')).toEqual([]);
  await page.getByRole('link', { name: 'Registrar la resolución' }).click();
  await page.getByLabel('Número').fill('R-1/2026');
  await page.getByLabel('Fecha de la asamblea').fill('2026-07-05');
  await page.getByLabel('Asunto').fill('Reparto de la primera gestión');
  await page.getByLabel('Votos a favor').fill('2');
  await page.getByLabel('Reparto que se votó').waitFor();
  expect(await faultsOf(laptop, 'resolution-laptop')).toEqual([]);
  await page.getByRole('button', { name: 'Registrar una resolución' }).click();
  await page.getByText('Resolución registrada.').waitFor();

  await page.goto('/aprobar');
  await heading(laptop, 'R-1/2026');
  await page.getByText('2 a favor, 0 en contra, 0 abstenciones').waitFor();
  await page.getByRole('button', { name: 'Aprobar el reparto' }).click();
  const dialog = page.getByRole('dialog');
  const { text: paid } = (await first.get(`${API}/runs/${run}`)).field('outcome').field('totals').field('paid');
  expect(plain(await dialog.innerText())).toContain(`Se pagará ${bs(paid)} a las familias.`);
  // the books of money may not have heard of the resolution yet: she tries again, as the page says
  await until(async () => {
    const again = dialog.getByRole('button', { name: 'Aprobar el reparto' });
    // its name is another while it is under way
    if (await again.isVisible()) await again.click({ timeout: 2_000 });
    return (await first.get(`${API}/runs/${run}`)).field('state').text === 'approved';
  });
  await page.getByText('Ahora no hay ningún reparto por aprobar').waitFor();
  const approved = await first.get(`${API}/runs/${run}`);
  expect([approved.field('approvedBy').text, approved.field('resolution').text]).toEqual(['presi', 'R-1/2026']);
  await laptop.close();
});

test('she plans a round of paying, the president confirms it, and each family is ticked off as it signs', async () => {
  const laptop = await browser.device(system.url, 'laptop');
  const { page } = laptop;
  await signIn(laptop, 'tesora');
  await page.goto(`/reparto/${run}`);
  await page.getByRole('link', { name: 'Pagos', exact: true }).click();
  await page.getByLabel('Código').fill('PAGO-1');
  await page.getByRole('button', { name: 'Preparar', exact: true }).click();
  await heading(laptop, 'PAGO-1');
  const lines = async (): Promise<readonly Answer[]> =>
    (await first.get(`${API}/payouts/PAGO-1/lines`)).field('items').list;
  const shown = page.locator('tbody td[data-label="Monto"]');
  await shown.first().waitFor();
  expect((await shown.allInnerTexts()).map(plain)).toEqual(
    (await lines()).map((line) => bs(line.field('amount').text)),
  );
  // who planned it confirms nothing, and nobody is ticked off before
  expect(await page.getByRole('button', { name: 'Confirmar' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Cobró' }).count()).toBe(0);
  expect(await faultsOf(laptop, 'payout-laptop')).toEqual([]);
  const [sheet] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Hoja A4' }).click(),
  ]);
  expect((await readFile(await sheet.path())).subarray(0, 5).toString()).toBe('%PDF-');

  const other = await browser.device(system.url, 'laptop');
  await signIn(other, 'presi');
  await other.page.goto(`/reparto/${run}/pagos`);
  await other.page.getByRole('button', { name: 'Confirmar' }).click();
  await other.page.getByRole('dialog').getByRole('button', { name: 'Confirmar' }).click();
  await until(
    async () => (await first.get(`${API}/payouts`)).field('items').list[0]?.field('state').text === 'confirmed',
  );
  await other.close();

  await page.reload();
  // each by her own button: that of who was just paid may still stand for a moment
  for (const [left, family] of [
    [1, 'Familia F01'],
    [0, 'Familia F02'],
  ] as const) {
    const paid = page.getByRole('row').filter({ hasText: family }).getByRole('button', { name: 'Cobró' });
    await paid.click();
    await until(async () => (await lines()).filter((line) => line.field('paidWith').value === null).length === left);
    await paid.waitFor({ state: 'detached' });
  }
  const payments = (await first.get(`${API}/household-payments`)).field('items').list;
  expect(payments.map((payment) => payment.field('amount').text).sort()).toEqual(
    (await lines()).map((line) => line.field('amount').text).sort(),
  );
  expect(await faultsOf(laptop, 'paid-laptop')).toEqual([]);
  await laptop.close();
});

test('an assembly is called, attended and voted in by the rules that the president set; what a motion decides goes with it to where it is asked for', async () => {
  const laptop = await browser.device(system.url, 'laptop');
  const { page } = laptop;
  await signIn(laptop, 'martina');
  // midnight may pass meanwhile
  const [before, proposed, after] = [inTenDays(), await proposedDay(page), inTenDays()];
  expect([before, after]).toContain(proposed);
  await page.goto('/asambleas/reglas');
  await page.getByText('Se convoca con 10 días de anticipación o más').waitFor();
  await page.getByText('Cambiar cómo se hacen').first().click();
  await page.getByLabel('Días de anticipación').fill('0');
  expect(await faultsOf(laptop, 'assembly-rules-laptop')).toEqual([]);
  await page.getByRole('button', { name: 'Cambiar cómo se hacen' }).click();
  await page.getByRole('cell', { name: 'martina' }).waitFor();

  await page.goto('/asambleas/convocar');
  await page.getByLabel('Lugar').fill('Sede');
  await page.getByLabel('Punto 1').fill('Comprar una carpa');
  await page.getByLabel('Qué decide en el sistema').first().selectOption('Usar un fondo');
  await page.getByLabel('Fondo', { exact: true }).selectOption({ index: 1 });
  await page.getByLabel('Hasta cuánto, en todo').fill('12,50');
  await page.getByLabel('Punto 2').fill('Asuntos varios');
  expect(await faultsOf(laptop, 'call-assembly-laptop')).toEqual([]);
  await page.getByRole('button', { name: 'Convocar asamblea' }).click();
  await page.getByRole('link', { name: 'Tomar asistencia' }).click();
  const ticks = page.getByRole('main').locator('button.tick');
  await ticks.first().waitFor();
  const members = await ticks.count();
  for (let i = 0; i < members; i += 1) {
    await ticks.nth(i).click();
    await page.getByText(`Están ${i + 1} de ${members}`).waitFor();
  }
  await page.goBack();
  await page.getByRole('button', { name: 'Abrir la asamblea' }).click();
  await page.getByRole('button', { name: 'Votar a mano alzada' }).first().click();
  const write = async (choice: string): Promise<void> => {
    await page.getByLabel('Quién').selectOption({ index: 1 });
    await page.getByLabel('Voto', { exact: true }).selectOption(choice);
    await page.getByRole('button', { name: 'Anotar el voto de otra persona' }).click();
    await page.getByText('Votos anotados por otra persona: 1').waitFor();
  };
  await page.getByText('Anotar el voto de otra persona').first().click();
  await write('against');
  await page.getByText('Votos anotados por otra persona: 1').click();
  await page.getByRole('button', { name: 'Retirar' }).click();
  await page.getByRole('dialog').getByLabel('Motivo').fill('Se entendió mal');
  await page.getByRole('dialog').getByRole('button', { name: 'Retirar' }).click();
  await page.getByText('Votos anotados por otra persona: 1').waitFor({ state: 'detached' });
  await write('for');
  expect(await faultsOf(laptop, 'assembly-laptop')).toEqual([]);

  // whose vote it is sees who wrote it down, takes it back on her phone and votes herself
  await nameUser(first, { name: 'felipa', roles: ['member'], member: '001' });
  const phone = await browser.device(system.url, 'phone');
  await signIn(phone, 'felipa');
  await phone.page.goto(new URL(page.url()).pathname);
  await phone.page.getByText('martina anotó su voto: A favor').waitFor();
  expect(await faultsOf(phone, 'own-vote-phone')).toEqual([]);
  await phone.page.getByRole('button', { name: 'Retirar mi voto' }).click();
  await phone.page.getByRole('button', { name: 'A favor', exact: true }).click();
  await phone.page.getByText('Usted votó: A favor').waitFor();
  await phone.close();
  await page.getByRole('button', { name: 'Terminar la votación' }).click();
  await page.getByText('1 a favor, 0 en contra, 0 abstenciones').waitFor();
  await page.getByRole('button', { name: 'Cerrar la asamblea' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cerrar la asamblea' }).click();
  await page.getByText('cerrada').waitFor();
  await page.getByRole('link', { name: 'Acta' }).click();
  await page.getByText('(retirado: Se entendió mal)').waitFor();
  await page.getByText('(retirado por ella misma)').waitFor();
  expect(await faultsOf(laptop, 'minutes-laptop')).toEqual([]);
  const [paper] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Hoja A4' }).click(),
  ]);
  expect(paper.suggestedFilename()).toMatch(/^acta-de-la-asamblea.*\.pdf$/i);
  await page.goto('/gastos/fondos/usos?anotar=si');
  await page.getByLabel('Fondo', { exact: true }).first().selectOption({ index: 1 });
  await page.getByLabel('Con qué resolución').selectOption({ index: 1 });
  await page
    .getByText(`Comprar una carpa (hasta ${bs('12.50')})`.replace('\u00a0', ' '))
    .waitFor({ state: 'attached' });
  await laptop.close();
});

test('she copies the rules of her law, is refused at its limit with the article, sees what they would have given, and the assembly adopts them', async () => {
  const funds = ['legal-reserve', 'education', 'social', 'voluntary-reserve'];
  await first.post(`${API}/funds`, { rows: funds.map((code) => ({ code, nameEs: code })) });
  const line = (household: string, share: string, workMinutes: number): object => {
    return { household, share, paid: share, workMinutes };
  };
  const papers = {
    code: '2023',
    firstDay: '2023-01-01',
    lastDay: '2023-12-31',
    openedOn: '2026-07-02',
    result: '1000.00',
  };
  const lines = [line('F01', '300.00', 100), line('F02', '300.00', 300)];
  await first.post(`${API}/old-seasons`, { rows: [{ ...papers, lines }] });
  const laptop = await browser.device(system.url, 'laptop');
  const { page } = laptop;
  await signIn(laptop, 'tesora');
  await page.goto('/reglas');
  await page.getByLabel('Nombre').fill('Por trabajo');
  await page.getByLabel('Código').fill('por-trabajo');
  await page.getByLabel('Copia de').selectOption('Bolivia, Ley 356: por trabajo');
  await page.getByRole('button', { name: 'Empezar reglas' }).click();
  await page.getByLabel('Vale desde').fill('2026-07-01');
  const reserve = page.getByLabel('Porcentaje (%)').first();
  await reserve.fill('5');
  await page.getByText('Contra la ley').first().waitFor();
  const keep = page.getByRole('button', { name: 'Guardar para la asamblea' });
  await keep.click();
  await page.locator('.fault', { hasText: 'art. 34' }).waitFor();
  await reserve.fill('15');
  await page
    .getByRole('listitem')
    .getByText(/ 15(,00)?\s%/)
    .waitFor();
  const given = page.getByRole('heading', { name: 'Lo que daría' }).locator('..');
  await given.getByRole('row', { name: /^Familia F01 Bs .* Bs / }).waitFor();
  expect(await faultsOf(laptop, 'rule-editor-laptop')).toEqual([]);
  // of a season before the books its papers say enough for these rules
  await page.getByLabel('Con los libros de').selectOption('2023, por sus papeles de antes');
  await given.getByRole('row', { name: /^Familia F02 Bs 300,00 Bs 412,50/ }).waitFor();
  expect(await faultsOf(laptop, 'rule-editor-old-laptop')).toEqual([]);
  await keep.click();
  await page.getByText('Espera que la asamblea la adopte.').waitFor();

  const set = await first.get(`${API}/own-rule-sets/por-trabajo`);
  const fingerprint = set.field('written').list.map((version) => version.field('fingerprint').text)[0];
  const row = { number: 'R-9/2026', adoptedOn: '2026-07-06', subject: 'Reglas', votesFor: 2 };
  const decided = { rows: [{ ...row, covers: [{ kind: 'rule-set', fingerprint }] }] };
  await first.settled(await first.command('/api/members/v1/resolutions', decided), 'profit-sharing');
  await page.reload();
  await page.getByLabel('Con qué resolución').selectOption('R-9/2026: Reglas');
  await page.getByRole('button', { name: 'Adoptar esta versión' }).click();
  await page.getByText('Adoptada por la resolución R-9/2026.').waitFor();
  await laptop.close();
});

test('she writes down adobes that were brought for a certificate, and of one who died she is told who inherits', async () => {
  const rosa = { number: '003', givenNames: 'Rosa', surnames: 'Quispe', sex: 'F', birthYear: 1950, household: 'F02' };
  const dead = { leftOn: '2026-07-04', reason: 'falleció', cause: 'died' };
  const voted = { number: 'R-10/2026', adoptedOn: '2026-07-01', subject: 'Adobes', votesFor: 2 };
  const scale = { kind: 'goods-scale', product: 'ADOBE', unit: 'ciento', amount: '37.50' };
  for (const command of [
    await first.command('/api/members/v1/members', {
      rows: [{ ...rosa, joinedOn: '2024-01-01' }],
    }),
    await first.command('/api/members/v1/resolutions', { rows: [{ ...voted, covers: [scale] }] }),
  ])
    await first.settled(command, 'profit-sharing');
  const certificate = { boughtOn: '2026-07-02', count: 1, valueEach: '100.00' };
  await first.post(`${API}/certificates`, {
    rows: [
      { ...certificate, code: 'K1', member: '001', paidAtOnce: '0.00' },
      { ...certificate, code: 'K3', member: '003' },
    ],
  });
  const office = await browser.device(system.url, 'laptop');
  await signIn(office, 'presi');
  await office.page.goto('/familias/socias/003');
  await office.page.getByRole('button', { name: 'Corregir', exact: true }).click();
  await office.page.getByLabel('Quien hereda su parte').fill('Juana Quispe');
  await office.page.getByRole('dialog').getByRole('button', { name: 'Guardar' }).click();
  await office.page.getByText('Juana Quispe').first().waitFor();
  await office.close();
  await first.post('/api/members/v1/members/003/departure', dead);
  const laptop = await browser.device(system.url, 'laptop');
  const { page } = laptop;
  await signIn(laptop, 'tesora');
  await page.goto('/anticipos/certificados/aportados?anotar=si');
  await page.getByLabel('Qué certificados paga').selectOption({ index: 1 });
  await page.getByLabel('Día en que lo trajo o trabajó').fill('2026-07-03');
  await page.getByLabel('Según qué acuerdo').selectOption({ index: 1 });
  await page.getByLabel('Cuánto trajo').fill('1,5');
  expect(await faultsOf(laptop, 'contribution-laptop')).toEqual([]);
  await page.locator('form').getByRole('button', { name: 'Anotar lo que trajo o trabajó' }).click();
  await page.getByRole('row', { name: new RegExp(`1,5 ciento ADOBE ${bs('56.25')}`) }).waitFor();
  const [owed] = (await first.get(`${API}/debts?kind=certificate&open=true`)).field('items').list;
  expect(owed?.field('left').text).toBe('43.75');

  await page.goto('/anticipos/certificados/devueltos?anotar=si');
  await page.getByLabel('Qué certificados').selectOption('K3');
  await page.getByText('Falleció: según el padrón la hereda Juana Quispe.').waitFor();
  await laptop.close();
});

test('what a phone brings of a closed season goes to the treasurer, who posts it; what is wrong is corrected where it was kept', async () => {
  await nameUser(first, { name: 'sabina', roles: ['seller'] });
  const lettuce = { code: 'LECHUGA', name: 'Lechuga', stockUnit: 'piece', shelfLifeDays: 7 };
  await first.settled(await first.command('/api/inventory/v1/products', { rows: [lettuce] }), 'sales');
  const lines = [{ product: 'LECHUGA', unit: 'piece', quantity: '1', unitPrice: '2.50' }];
  await first.as('sabina', PASSWORD).post('/api/sales/v1/sales', {
    rows: [{ receipt: 'S1', soldAt: '2026-07-01T09:00:00-04:00', market: 'Villa Dolores', payment: 'cash', lines }],
  });
  const phone = await browser.device(system.url, 'phone');
  const { page } = phone;
  await signIn(phone, 'sabina');
  const sell = async (quantity: string, day?: string): Promise<void> => {
    if (day !== undefined) await page.getByLabel('Día').fill(day);
    await page.getByLabel('Feria').selectOption('Villa Dolores');
    await page.getByRole('button', { name: 'Listo' }).click();
    await page.getByRole('button', { name: /Lechuga/ }).click();
    await page.getByRole('button', { name: 'Otra cantidad' }).click();
    await page.getByLabel(/^Cantidad/).fill(quantity);
    await page.getByRole('button', { name: /^Cobrar/ }).click();
    await page.getByText(/Guardada en este teléfono/).waitFor();
    await page.getByRole('button', { name: 'Cambiar', exact: true }).click();
  };
  await page.goto('/mi-feria?day=2026-07-01');
  await page.getByRole('button', { name: 'Anular' }).waitFor();
  await phone.context.setOffline(true);
  await page.getByRole('button', { name: 'Anular' }).click();
  await page.getByRole('dialog').getByLabel('Motivo').fill('se escribió dos veces');
  await page.getByRole('dialog').getByRole('button', { name: 'Anular' }).click();
  // with a line from here on, it would be refused in the dialog itself
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await phone.context.setOffline(false);
  await page.goto('/por-enviar');
  // whoever sells takes back what is of today: the office does it for her, and the page says so
  await page.getByText('ella lo anula en «Ventas»').waitFor();
  await page.goto('/vender');
  await page.getByLabel('Feria').waitFor();
  await phone.context.setOffline(true);
  await sell('1,5');
  await sell('2', '2026-03-12');
  await phone.context.setOffline(false);
  await page.goto('/por-enviar');
  await heading(phone, 'Entregado a tesorería');
  await page.getByRole('button', { name: 'Corregir' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('[aria-invalid="true"]').waitFor();
  expect(await faultsOf(phone, 'correct-kept-phone')).toEqual([]);
  await dialog.getByLabel('Cantidad').fill('2');
  await dialog.getByRole('button', { name: 'Guardar y enviar de nuevo' }).click();
  await heading(phone, 'Ya llegaron');
  expect(await faultsOf(phone, 'handed-over-phone')).toEqual([]);
  const mine = async (day: string): Promise<string[]> =>
    (await first.get(`/api/sales/v1/sales?from=${day}&limit=500`))
      .field('items')
      .list.filter((sale) => sale.field('recordedBy').text === 'sabina')
      .map((sale) => sale.field('total').text);
  expect(await mine('2026-07-02')).toEqual(['5.00']);

  const laptop = await browser.device(system.url, 'laptop');
  await signIn(laptop, 'tesora');
  await laptop.page.goto('/gestion');
  await laptop.page.getByRole('link', { name: 'Ver los que llegaron tarde' }).click();
  await laptop.page.getByText('Lechuga').waitFor();
  expect(await faultsOf(laptop, 'late-records-laptop')).toEqual([]);
  await laptop.page.getByRole('button', { name: /^Asentar: La venta/ }).click();
  await laptop.page.getByRole('dialog').getByRole('button', { name: 'Asentar' }).click();
  await laptop.page.getByText(/quedó asentado con fecha/).waitFor();
  expect(await mine('2026-07-02')).toEqual(['5.00', '5.00']);
  await laptop.close();

  // and who sold it reads what became of it
  await page.reload();
  await page.getByText(/^Tesorería lo asentó con la fecha \d+ de \w+ de \d{4}\.$/).waitFor();
  await phone.close();
});

test('a box of receipts is entered from the keyboard alone, each tried as it is left, and kept at once', async () => {
  const laptop = await browser.device(system.url, 'laptop');
  const { page } = laptop;
  await signIn(laptop, 'tesora');
  await page.goto('/gastos/caja-de-recibos');
  const enter = async (...texts: readonly string[]): Promise<void> => {
    for (const text of texts) {
      if (text !== '') await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    }
  };
  await page.getByLabel('Día, Recibo 1').fill('2026-07-03');
  await enter('', 'Agropecuaria', 'abono', '0017', '12,5', '');
  // day, supplier and purpose of the one before
  await enter('', '', '', '0018', 'mucho', '');
  await page.getByText('Escriba el monto, como 24,50.').waitFor();
  expect(await faultsOf(laptop, 'shoebox-laptop')).toEqual([]);
  await page.reload();
  await page.getByLabel('Monto, Recibo 2').fill('7');
  await page.keyboard.press('Enter');
  await page.getByLabel('Se pagó, Recibo 2').selectOption('se paga después');
  await page.keyboard.press('Enter');
  await page.getByText('bien').nth(1).waitFor();
  // a second line of the same receipt, and its photo
  await page.getByLabel('Monto, Recibo 2').press('Shift+Enter');
  await page.getByLabel('En qué, Recibo 2, línea 2').waitFor();
  await enter('alambre', '2,5');
  await page.getByText('bien').nth(2).waitFor();
  const photo = await largePhoto(page);
  await page
    .locator('input[type=file]')
    .nth(1)
    .setInputFiles({ name: 'recibo.jpg', mimeType: 'image/jpeg', buffer: photo });
  await page.getByRole('button', { name: 'Ver la foto: Recibo 2' }).waitFor();
  expect(photo.length).toBeGreaterThan(1024 * 1024);
  expect(await faultsOf(laptop, 'shoebox-lines-laptop')).toEqual([]);
  await page.getByLabel('Monto, Recibo 2', { exact: true }).press('Control+Enter');
  await page.getByText('Se anotaron 2 gastos.').waitFor();
  const kept = (await first.get(`${API}/expenses?from=2026-07-03`)).field('items').list;
  const told = ['spentOn', 'supplier', 'category', 'document', 'amount', 'paidFrom'];
  expect(kept.map((row) => told.map((name) => row.field(name).text)).sort()).toEqual([
    ['2026-07-03', 'Agropecuaria', 'abono', '0017', '12.50', 'cash'],
    ['2026-07-03', 'Agropecuaria', 'abono', '0018', '9.50', 'later'],
  ]);
  expect(kept.map((row) => row.field('lines').list.map((line) => line.field('category').text)).sort()).toEqual([
    [],
    ['abono', 'alambre'],
  ]);
  // what is kept is what was sent: made smaller on the device
  await page.goto('/gastos');
  await page.getByRole('button', { name: 'Ver la foto: abono, Bs 9,50' }).click();
  const shown = page.getByRole('dialog').getByRole('img');
  await until(() => shown.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth === 2400));
  await page.goto('/gastos/pagos');
  await page.getByRole('link', { name: 'Anotar el pago: Agropecuaria abono' }).click();
  await page.getByLabel('De dónde sale').selectOption('del banco');
  await page.getByRole('button', { name: 'Anotar un pago' }).last().click();
  await page.getByText('No se debe nada a proveedores').waitFor();
  await laptop.close();
});

test('the photo of a receipt that was taken without a line waits on her phone, and is in the books before the expense that names it', async () => {
  const phone = await browser.device(system.url, 'phone');
  const { page } = phone;
  await signIn(phone, 'tesora');
  await page.goto('/gastos/caja-de-recibos');
  const hasPages = (): Promise<boolean> =>
    page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      return navigator.serviceWorker.controller !== null;
    });
  await until(hasPages);
  await page.reload();
  await page.getByLabel('Monto, Recibo 1').waitFor();
  await phone.context.setOffline(true);
  await page.getByLabel('Día, Recibo 1').fill('2026-07-04');
  await page.getByLabel('En qué, Recibo 1').fill('pasajes');
  await page.getByLabel('Monto, Recibo 1').fill('6,25');
  const [buffer, other] = await Promise.all(
    ['ayni-192.png', 'ayni-512.png'].map((name) => readFile(join(PICTURES, name))),
  );
  const take = (receipt: string, bytes = Buffer.alloc(0)): Promise<void> =>
    page
      .getByRole('listitem')
      .filter({ has: page.getByLabel(`Monto, ${receipt}`) })
      .locator('input[type=file]')
      .setInputFiles({ name: 'recibo.png', mimeType: 'image/png', buffer: bytes });
  const waits = page.getByText('La foto espera en este equipo');
  await take('Recibo 1', buffer);
  await waits.waitFor();
  await page.getByLabel('Monto, Recibo 1').press('Enter');
  await page.getByLabel('Se pagó, Recibo 1').press('Enter');
  await take('Recibo 2', other);
  await waits.nth(1).waitFor();
  expect(await keptPhotos(phone)).toBe(2);

  // it goes with its receipt, and only with it
  await page.getByRole('button', { name: 'Quitar: Recibo 2' }).click();
  await until(async () => (await keptPhotos(phone)) === 1);
  await page.reload();
  await waits.waitFor();
  await page.getByRole('button', { name: 'Ver la foto: Recibo 1' }).click();
  const shown = page.getByRole('dialog').getByRole('img');
  await until(() => shown.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth === 192));
  await page.getByRole('button', { name: 'Cerrar' }).click();

  // a line on which photos do not pass: neither does the expense
  const uploads = '**/profit-sharing/v1/attachments';
  await page.route(uploads, (route) => route.abort());
  await phone.context.setOffline(false);
  await page.getByLabel('Monto, Recibo 1').press('Control+Enter');
  await page.getByText('Nada se perdió.').waitFor();
  const expenses = async () => (await first.get(`${API}/expenses?from=2026-07-04&to=2026-07-04`)).field('items').list;
  expect(await expenses()).toEqual([]);
  expect(await faultsAtBothWidths(phone, 'shoebox-photo-waits')).toEqual([]);
  expect(await keptPhotos(phone)).toBe(1);
  await page.unroute(uploads);
  await page.getByLabel('Monto, Recibo 1').press('Control+Enter');
  await page.getByText('Se anotó 1 gasto.').waitFor();
  expect(await keptPhotos(phone)).toBe(0);
  const [expense] = await expenses();
  expect(expense?.field('attachments').list.map((hash) => hash.text)).toEqual([hash('sha256', buffer ?? '')]);
  await page.goto('/gastos');
  await page.getByRole('button', { name: 'Ver la foto: pasajes, Bs 6,25' }).click();
  await until(() => shown.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth === 192));
  await phone.close();
});

test('a photo that waits is sent by itself once there is a line; signing out leaves what a receipt names, and no other', async () => {
  const phone = await browser.device(system.url, 'phone');
  const { page } = phone;
  await signIn(phone, 'tesora');
  await page.goto('/gastos');
  await page.getByRole('button', { name: 'Anotar un gasto' }).click();
  const photo = page.getByLabel('Papel');
  await phone.context.setOffline(true);
  await photo.setInputFiles(join(PICTURES, 'ayni-512.png'));
  await page.getByText('La foto espera en este equipo').waitFor();
  await phone.context.setOffline(false);
  await until(async () => (await keptPhotos(phone)) === 0);
  await page.getByText('La foto espera en este equipo').waitFor({ state: 'detached' });

  await page.route('**/profit-sharing/v1/attachments', (route) => route.abort());
  await photo.setInputFiles(join(PICTURES, 'ayni-maskable-512.png'));
  await page.getByText('La foto espera en este equipo').waitFor();
  expect(await faultsAtBothWidths(phone, 'expense-photo-waits')).toEqual([]);
  await page.goto('/gastos/caja-de-recibos');
  await page.locator('input[type=file]').setInputFiles(join(PICTURES, 'ayni-192.png'));
  await page.getByText('La foto espera en este equipo').waitFor();
  expect(await keptPhotos(phone)).toBe(2);
  await page.goto('/yo');
  await page.getByRole('button', { name: 'Salir' }).click();
  await page.getByRole('button', { name: 'Entrar' }).waitFor();
  expect(await keptPhotos(phone)).toBe(1);
  await phone.close();
});

test('a scan of 40 megapixels is made smaller on her device before it is sent, however little it weighs', async () => {
  const laptop = await browser.device(system.url, 'laptop');
  const { page } = laptop;
  await signIn(laptop, 'tesora');
  await page.goto('/gastos');
  await page.getByRole('button', { name: 'Anotar un gasto' }).click();
  const buffer = photo({ width: 8_000, height: 5_000 });
  expect(buffer.length).toBeLessThan(1024 * 1024);
  const sent = page.waitForResponse('**/profit-sharing/v1/attachments');
  await page.getByLabel('Papel').setInputFiles({ name: 'escaneo.jpg', mimeType: 'image/jpeg', buffer });
  // larger ones are refused
  expect((await sent).status()).toBe(201);
  await laptop.close();
});

/** A photo as a phone takes it: 4000 by 3000 dots, drawn in the page. */
async function largePhoto(page: Device['page']): Promise<Buffer> {
  const text = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [4000, 3000];
    const pen = canvas.getContext('2d');
    for (let i = 0; pen && i < 60_000; i += 1) {
      pen.fillStyle = `hsl(${(i * 47) % 360} 70% ${(i * 31) % 100}%)`;
      pen.fillRect((i * 7919) % 4000, (i * 104_729) % 3000, 20, 20);
    }
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.95));
    const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  });
  return Buffer.from(text, 'hex');
}

test('she brings the expenses of her workbook: faults stand beside their cells, and the same file again changes nothing', async () => {
  const file = async (day: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> => ({
    name: 'gastos.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(
      await writeXlsx({
        sheets: [
          {
            name: 'Gastos',
            rows: [
              ['Gastos de la asociación'],
              ['FECHA', 'Descripción', 'Importe', 'Sueldo de nadie'],
              [day, 'Alambre', '1.234,50'],
              ['13 de diciembre de 2025', 'Pasajes'],
              [null, 'TOTAL', 1254.49],
            ],
            cells: new Map([['3,2', { value: null, formula: 'SUM(A1:A2)', formulaResult: 19.99 }]]),
          },
        ],
      }),
    ),
  });
  const laptop = await browser.device(system.url, 'laptop');
  const { page } = laptop;
  await signIn(laptop, 'tesora');
  await page.goto('/gastos');
  await page.getByRole('link', { name: 'Pegar de una hoja' }).click();
  const bring = async (day: string): Promise<void> => {
    await page.getByLabel('Archivo', { exact: true }).setInputFiles(await file(day));
    await page.getByRole('button', { name: 'Probar sin guardar' }).click();
  };
  await bring('31/11/2025');
  await page.getByRole('row', { name: '3 31/11/2025' }).getByText('Esa fecha no existe').waitFor();
  await page.getByRole('row', { name: '4 13/12/2025' }).getByText('valor de una fórmula').waitFor();
  await page.getByText('Las líneas de totales no se traen: 5.').waitFor();
  expect(await faultsOf(laptop, 'bring-laptop')).toEqual([]);
  await bring('30/11/2025');
  await page.getByRole('button', { name: 'Guardar las 2 filas' }).click();
  await page.getByText('Se guardaron 2 recibos.').waitFor();
  await bring('30/11/2025');
  await page.getByText('Nuevas: 0. Ya estaban: 2.').waitFor();
  const kept = (await first.get(`${API}/expenses?to=2025-12-31`)).field('items').list;
  expect(kept.map((one) => [one.field('spentOn').text, one.field('category').text, one.field('amount').text])).toEqual([
    ['2025-11-30', 'Alambre', '1234.50'],
    ['2025-12-13', 'Pasajes', '19.99'],
  ]);

  await page.getByLabel('Qué se pega').selectOption('Gestiones de antes, de papel');
  const season = async (paid: string): Promise<void> => {
    const rows = [
      'Gestión;Desde;Hasta;Familia;Le tocó;Se le pagó;Horas',
      '2019;1/1/2019;31/12/2019;F01;1.310,50;1.310,50;410,5',
      `2019;;;Familia F02;900,00;${paid};`,
    ];
    await page.getByLabel('Pegue aquí las filas').fill(rows.join('\n'));
    await page.getByRole('button', { name: 'Probar sin guardar' }).click();
  };
  await season('900,01');
  await page.getByRole('row', { name: '3 2019' }).getByText('es más de lo que le tocó').waitFor();
  await season('850,00');
  await page.getByRole('button', { name: 'Guardar las 2 filas' }).click();
  await page.getByText('Se guardó 1 gestión.').waitFor();
  await page.goto('/gestion/de-antes');
  await page.getByText('Le tocó a todas: Bs 2.210,50. Faltaba pagar: Bs 50,00.').waitFor();
  await page.goto('/cuentas/familias/F02');
  await page.getByRole('heading', { name: 'Gestiones de antes, según el papel' }).waitFor();
  expect(await faultsOf(laptop, 'old-seasons-laptop')).toEqual([]);
  await page.goto('/gestion/de-antes');
  await page.getByRole('button', { name: 'Anular: 2019' }).click();
  await page.getByLabel('Motivo').fill('era otra lista');
  await page.getByRole('button', { name: 'Anular', exact: true }).click();
  await page.getByText('era otra lista').waitFor();
  await laptop.close();
});

test('a statement of the bank is brought with its commas: what is sure is found, what is doubtful she chooses by hand, and takes back', async () => {
  const deposit = (code: string, movedOn: string, amount: string): object => ({ code, movedOn, amount, into: 'bank' });
  await first.post(`${API}/transfers`, {
    rows: [
      deposit('T1', '2026-07-20', '1075.40'),
      deposit('T2', '2026-07-21', '120.00'),
      deposit('T3', '2026-07-22', '120.00'),
    ],
  });
  const rows = [
    'Fecha;Descripción;Débito;Crédito;Saldo',
    '21/07/2026;DEPOSITO;;1.075,40;2.075,40',
    '23/07/2026;DEPOSITO EN CAJA;;120,00;2.195,40',
    '31/07/2026;COMISION;3,50;;2.191,90',
  ];
  const days = '&desde=2026-07-20&hasta=2026-07-31';
  const laptop = await browser.device(system.url, 'laptop');
  const { page } = laptop;
  await signIn(laptop, 'tesora');
  await page.goto('/libro/banco');
  await page.getByRole('link', { name: 'Traer un extracto del banco' }).click();
  await page
    .getByLabel('Archivo', { exact: true })
    .setInputFiles({ name: 'extracto.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n'), 'latin1') });
  await page.getByRole('button', { name: 'Probar sin guardar' }).click();
  await page.getByRole('button', { name: 'Guardar las 3 filas' }).click();
  await page.getByText('Se guardaron 3').waitFor();

  await page.goto(`/libro/banco?ver=todo${days}`);
  const line = (said: string) => page.getByRole('row').filter({ has: page.getByText(said, { exact: true }) });
  await line('DEPOSITO').getByText('coincide').waitFor();
  await line('DEPOSITO').getByText('1.075,40').waitFor();
  await line('COMISION').getByText('no está en los libros').waitFor();
  await line('DEPOSITO EN CAJA').getByText('dudoso').waitFor();
  expect(await faultsOf(laptop, 'bank-laptop')).toEqual([]);
  await page.getByRole('button', { name: 'Elegir a mano: DEPOSITO EN CAJA' }).click();
  await page.getByRole('dialog').getByLabel('T3').check();
  await page.getByText(`Lo marcado suma ${bs('120.00')} de ${bs('120.00')}.`).waitFor();
  expect(await faultsOf(laptop, 'bank-choice-laptop')).toEqual([]);
  await page.getByRole('button', { name: 'Es esto' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await line('DEPOSITO EN CAJA').getByText('a mano').waitFor();
  await line('DEPOSITO EN CAJA').getByText('traspaso T3').waitFor();
  await line('DEPOSITO EN CAJA').getByRole('button', { name: 'Anular' }).click();
  await page.getByRole('dialog').getByLabel('Motivo').fill('Era el otro depósito');
  await page.getByRole('dialog').getByRole('button', { name: 'Anular' }).click();
  await line('DEPOSITO EN CAJA').getByText('dudoso').waitFor();
  await page.getByText(bs('2191.90')).waitFor();
  await laptop.close();
});

test('a table is ordered by an amount with the keyboard, the address says so, and it holds after a reload', async () => {
  const laptop = await browser.device(system.url, 'laptop');
  const { page } = laptop;
  await signIn(laptop, 'tesora');
  await page.goto('/libro/asientos?desde=2026-01-01');
  const head = page.getByRole('columnheader', { name: 'Monto' });
  await head.waitFor();
  const amounts = async (): Promise<readonly number[]> =>
    (await page.locator('tbody td:last-child').allTextContents()).map((text) =>
      Number(plain(text).replace('Bs ', '').replaceAll('.', '').replace(',', '.')),
    );
  const came = await amounts();
  const rising = [...came].sort((a, b) => a - b);
  expect(new Set(came).size).toBeGreaterThan(1);
  await head.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.search === '?desde=2026-01-01&orden-asientos=Monto');
  await until(async () => (await head.getAttribute('aria-sort')) === 'ascending');
  expect(await amounts()).toEqual(rising);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('orden-asientos') === '-Monto');
  await page.reload();
  await until(async () => (await head.getAttribute('aria-sort')) === 'descending');
  expect(await amounts()).toEqual([...rising].reverse());
  expect(await faultsOf(laptop, 'ordered-laptop')).toEqual([]);
  await head.getByRole('button').press('Enter');
  await page.waitForURL((url) => url.search === '?desde=2026-01-01');
  await until(async () => (await head.getAttribute('aria-sort')) === null);
  expect(await amounts()).toEqual(came);
  await laptop.close();

  const phone = await browser.device(system.url, 'phone');
  await signIn(phone, 'tesora');
  await phone.page.goto('/libro/asientos?desde=2026-01-01');
  await phone.page.getByLabel('Ordenar por').selectOption('-Monto');
  const [largest] = [...rising].reverse().map((amount) => bs(String(amount)));
  await until(
    async () => plain((await phone.page.locator('tbody td:last-child').first().textContent()) ?? '') === largest,
  );
  expect(await faultsOf(phone, 'ordered-phone')).toEqual([]);
  await phone.close();
});

test('every screen of theirs keeps its rules on a phone and on a laptop', async () => {
  const device = await browser.device(system.url, 'laptop');
  await signIn(device, 'martina');
  const screens: readonly (readonly [path: string, text: string])[] = [
    [`/gestion/${SEASON}`, 'Aprobado con la resolución R-1/2026'],
    ['/gestion/abrir', 'Suman'],
    ['/reparto', SEASON],
    [`/reparto/${run}`, 'Familia F02'],
    [`/reparto/${run}/familias/F02`, 'Cómo sale la parte de Rosa Mamani'],
    ['/aprobar', 'Ahora no hay ningún reparto por aprobar'],
    ['/resoluciones', 'R-1/2026'],
    ['/ventas', 'R2'],
    ['/ventas/R1', 'De qué lotes salió'],
    ['/gastos', 'semilla'],
    ['/gastos/caja-de-recibos', 'La tecla Enter pasa'],
    ['/gastos/pagos', 'Agropecuaria'],
    ['/gastos/fondos/usos?anotar=si', 'Con qué resolución'],
    ['/traer?que=saldos', 'Pegue aquí las filas'],
    ['/gastos/donaciones', 'Fundación'],
    ['/gastos/bienes', 'Todavía no hay bienes'],
    ['/gastos/fondos', 'Reserva legal'],
    ['/anticipos', 'Felipa Mamani'],
    ['/anticipos/anticipos', 'Felipa Mamani'],
    ['/anticipos/prestamos?anotar=si', 'Si el papel no tiene número'],
    ['/anticipos/como-se-paga', 'cobra en efectivo'],
    ['/caja?anotar=si', 'Según los libros'],
    ['/caja/cobros', 'ventas fiadas'],
    ['/registros-tarde', 'No espera ninguno'],
    ['/registros-tarde?estado=posted', 'Lo asentó tesora'],
    ['/libro', 'Caja'],
    ['/libro/asientos', 'venta R1'],
    ['/libro/mayor', 'venta R1'],
    ['/libro/sumas', 'Cuadra: debe y haber suman lo mismo'],
    ['/libro/balance', 'Cuadra: el activo suma lo mismo'],
    ['/libro/resultado', 'Ventas menos costos y gastos'],
    ['/libro/fondos', 'Reserva legal'],
    ['/libro/deudas', 'La cooperativa debe'],
    ['/libro/banco', 'Saldo según los libros'],
  ];
  const faults: string[] = [];
  for (const [path, text] of screens) {
    await device.page.goto(path);
    await device.page.getByRole('main').getByText(text).and(device.page.locator(':not(option)')).first().waitFor();
    const name = `treasurer-${path.replace(run, 'run').replaceAll(/[/?=]/g, '-')}`;
    faults.push(...(await faultsAtBothWidths(device, name)));
  }
  expect(faults).toEqual([]);
  await device.close();
});
