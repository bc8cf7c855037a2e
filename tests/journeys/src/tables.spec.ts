import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Answer } from '@ayni/api-client/answer';
import { choiceWord, wordFor } from '@ayni/kernel';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { Caller, type Reply } from './caller.js';
import { knownPath, neededQuery } from './paths.js';
import { routesOf, type Route } from './routes.js';
import { passwordOf } from './people.js';
import { fill, setUp } from './small-coop.js';
import { startSystem } from './start-system.js';

const COOP = 'chacoma';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What is shown in JSON alone: one thing with its parts, a document, or what is no record of the co-op's. */
const JSON_ALONE =
  /\/(coop|setup|keys|events|events\/stream|prices|journal|commands\/\{id\}|trace|preview|settlement|shown-scenarios|rule-sets|change|closing|current|case|verification|statements\/\w+\/\{\w+\}|papers\/\w+|checks\/\{coop\}\/\{code\}|units\/\{product\}\/\{unit\}\/\{validFrom\}|attachments\/\{hash\}|[\w-]+\/\{(code|number|name|receipt|id)\})$/;

/** Fields that are free in their form: no table has them. */
const FREE = new Set(['ruleSet', 'told']);

let system: SystemProcess;
let first: Caller;
let tables: Route[];
let others: Route[];
let run: string;
let check: string;

beforeAll(async () => {
  system = await startSystem();
  run = await fill(await setUp(system, COOP), COOP);
  first = await Caller.signIn(system.url, COOP, 'first', passwordOf(COOP));
  check = (await first.get(`/api/profit-sharing/v1/runs/${run}/statements/members/001`)).body.field('check').text;
  const routes = (await routesOf(system.url)).filter(({ method }) => method === 'GET');
  // a file for somebody else's program is no table of ours
  tables = routes.filter(({ media }) => media.includes('text/csv') && media.includes('application/json'));
  others = routes.filter((route) => !tables.includes(route));
});

afterAll(() => system.remove());

const pathOf = (route: Route, more: string): string => {
  const path = knownPath(route.path, run, check) + neededQuery(route);
  return `${path}${path.includes('?') ? '&' : '?'}${more}`;
};

async function csv(path: string, headers: Record<string, string> = {}): Promise<{ reply: Reply; rows: string[][] }> {
  const reply = await first.get(path, headers);
  expect([path, reply.status, reply.headers.get('content-type')]).toEqual([path, 200, 'text/csv; charset=utf-8']);
  // each record ends with CRLF
  expect([path, reply.text.endsWith('\r\n'), reply.text.replaceAll('\r\n', '').includes('\n')]).toEqual([
    path,
    true,
    false,
  ]);
  return { reply, rows: parse(reply.text, { record_delimiter: '\r\n' }) };
}

type Row = Record<string, string>;

/** What an answer in JSON is as rows of a table: a row for each part, with the fields of what holds it. */
async function rowsOf(route: Route): Promise<Row[]> {
  const isPaged = route.query.some(({ name }) => name === 'limit');
  const { body } = await first.get(pathOf(route, isPaged ? 'limit=500' : 'format=json'));
  const { items, next, ...head } = Object(body.value);
  if (items === undefined) return flat(body.value, '');
  expect([route.name, next ?? null]).toEqual([route.name, null]);
  const whole = route.path.endsWith('/sales/v1/sales')
    ? await Promise.all(body.field('items').list.map(receipt))
    : /\/(cash-counts|bank-matches)$/.test(route.path)
      ? items.map(withoutParts)
      : items;
  return whole.flatMap((item: unknown) => flat({ ...head, ...Object(item) }, ''));
}

/** The list counts the notes and coins of a cash count, and the documents of a match; what they are stands in tables alone. */
const withoutParts = ({ pieces: _, documents: __, ...counted }: Record<string, unknown>): object => counted;

/** The list counts the lines of a receipt; the receipt has them. */
const receipt = async (listed: Answer): Promise<unknown> =>
  (await first.get(`/api/sales/v1/sales/${listed.field('receipt').text}`)).body.value;

function flat(value: unknown, within: string): Row[] {
  let rows: Row[] = [{}];
  for (const [field, held] of Object.entries(Object(value))) {
    const name = within + field;
    if (FREE.has(name)) continue;
    if (Array.isArray(held) && held.some((part) => typeof part === 'object')) {
      const parts = held.flatMap((part) => flat(part, `${name}.`));
      rows = rows.flatMap((row) => parts.map((part) => ({ ...row, ...part })));
    } else if (typeof held === 'object' && held !== null && !Array.isArray(held)) {
      throw new Error(`${name} is an object`);
    } else {
      const cell = Array.isArray(held) ? held.join(' ') : String(held ?? '');
      for (const row of rows) row[name] = cell;
    }
  }
  return rows;
}

describe('every list and every total', () => {
  test('comes as a table, and what comes not is named', () => {
    expect(others.map(({ name }) => name).filter((name) => !JSON_ALONE.test(name))).toEqual([]);
    expect(
      tables.map(({ name }) => name).filter((name) => /totals\/sales|stock|ledger\/balances|figures/.test(name)).length,
    ).toBe(4);
    expect(tables.length).toBeGreaterThan(45);
    for (const { name, query, media } of tables)
      expect([name, media, query.map((field) => field.name)]).toEqual([
        ...[name, ['application/json', 'text/csv', XLSX]],
        expect.arrayContaining(['format', 'headers', 'bom']),
      ]);
  });

  test('says in CSV what it says in JSON, a row for each line', async () => {
    for (const route of tables) {
      const {
        rows: [header = [], ...cells],
      } = await csv(pathOf(route, 'format=csv&headers=names'));
      const rows = cells.map((row) => Object.fromEntries(row.map((cell, i) => [header[i] ?? '', cell])));
      const expected = await rowsOf(route);
      expect([route.name, rows.length]).toEqual([route.name, expected.length]);
      // a list without parts has none of their fields
      rows.forEach((row, i) =>
        expect({ route: route.name, ...row }).toMatchObject(withoutEmptyLists(expected[i] ?? {}, header)),
      );
    }
  });

  test('says the same in a workbook, which another program reads: numbers and days as such, texts as texts', async () => {
    const seen: Record<string, number> = {};
    for (const route of tables) {
      const { rows } = await csv(pathOf(route, 'format=csv&headers=names'));
      const { type, name, bytes } = await first.file(pathOf(route, 'format=xlsx&headers=names'));
      expect([route.name, type, name]).toEqual([
        ...[route.name, XLSX],
        expect.stringMatching(/^attachment; filename="[a-z][a-z-]+-\d{4}-\d\d-\d\d\.xlsx"$/),
      ]);
      const [{ sheet, data } = { sheet: '', data: [] }, ...more] = await readXlsxFile(bytes);
      expect([route.name, more, sheet]).toEqual([route.name, [], expect.stringMatching(/^[A-Z][\p{L} ]{3,30}$/u)]);
      const [header = [], ...cells] = data;
      expect([route.name, header]).toEqual([route.name, rows[0]]);
      const written = rows.slice(1);
      expect([route.name, cells.length]).toEqual([route.name, written.length]);
      const found = written.map((row, i) =>
        row.map((cell, j) => asInCsv(cells[i]?.[j], String(header[j]), unmarked(cell))),
      );
      expect([route.name, found]).toEqual([route.name, written.map((row) => row.map(unmarked))]);
      for (const cell of cells.flat()) if (cell !== null) seen[kindOf(cell)] = (seen[kindOf(cell)] ?? 0) + 1;
    }
    for (const kind of ['number', 'day', 'boolean', 'string'])
      expect([kind, seen[kind]]).toEqual([kind, expect.any(Number)]);
  });

  test('says to people in a workbook the words of their language, and moments by the clocks of their co-op', async () => {
    const told = new Map<string, number>();
    for (const route of tables) {
      const { rows } = await csv(pathOf(route, 'format=csv&headers=names'));
      const [header = [], ...written] = rows;
      for (const language of ['es', 'en'] as const) {
        const { bytes } = await first.file(pathOf(route, 'format=xlsx'), { 'accept-language': language });
        const [{ data } = { data: [] }] = await readXlsxFile(bytes);
        written.forEach((row, i) =>
          row.forEach((cell, j) => {
            const name = lastOf(header[j] ?? '');
            const shown = toTheSecond(data[i + 1]?.[j]);
            if (cell === '') return;
            if (/At$/.test(name) && /Z$/.test(cell))
              expect([route.name, name, shown]).toEqual([
                route.name,
                name,
                new Date(Math.floor(Date.parse(cell) / 1_000) * 1_000 - 4 * 3_600_000),
              ]);
            const word = cell.split(' ').map((value) => choiceWord(name, value, language));
            if (word.includes(undefined)) return;
            expect([route.name, name, shown]).toEqual([route.name, name, word.join(', ')]);
            told.set(name, (told.get(name) ?? 0) + 1);
          }),
        );
      }
    }
    expect([...told.keys()]).toEqual(
      expect.arrayContaining(['kind', 'state', 'account', 'source', 'origin', 'sex', 'payment']),
    );
  });

  test('knows a word for each of the few things that a field of theirs may say', async () => {
    const mute: string[] = [];
    for (const service of ['members', 'production', 'inventory', 'sales', 'profit-sharing']) {
      const schemas = (await first.get(`/docs/${service}.json`)).body.field('components').field('schemas');
      for (const [schema, shape] of schemas.entries) {
        if (!/Row$|Line$/.test(schema)) continue;
        for (const [name, field] of shape.field('properties').entries) {
          const values = field.field('enum').value ?? field.field('items').field('enum').value;
          if (!Array.isArray(values) || name === 'scopes') continue;
          for (const language of ['es', 'en'] as const)
            for (const value of values)
              if (choiceWord(name, String(value), language) === undefined) mute.push(`${schema}.${name} ${value}`);
        }
      }
    }
    expect(mute).toEqual([]);
  });

  test('has no JSON in a cell', async () => {
    for (const route of tables) {
      const { rows } = await csv(pathOf(route, 'format=csv'));
      const wrong = rows.flat().filter((cell) => /^\s*[[{]|[}\]]\s*$|^\[object/.test(cell));
      expect([route.name, wrong]).toEqual([route.name, []]);
    }
  });

  test('is headed and named in the language asked for, in words that stand once each', async () => {
    const faults: string[] = [];
    for (const route of tables) {
      const fields = ((await csv(pathOf(route, 'format=csv&headers=names'))).rows[0] ?? []).map(lastOf);
      const called: string[] = [];
      for (const language of ['es', 'en'] as const) {
        const { reply, rows } = await csv(pathOf(route, 'format=csv'), { 'accept-language': language });
        const header = rows[0] ?? [];
        const mute = fields.filter((field) => wordFor('field', field, language) === undefined);
        const twice = header.filter((label, i) => header.indexOf(label) !== i);
        if (mute.length + twice.length > 0) faults.push(`${route.name} ${language}: ${[...mute, ...twice].join(', ')}`);
        called.push(reply.headers.get('content-disposition') ?? '');
      }
      expect([route.name, called]).toEqual([route.name, [FILE, FILE]]);
      if (called[0] === called[1]) faults.push(`${route.name}: ${called[0]}`);
    }
    expect(faults).toEqual([]);
  });

  test('is refused in a form that nobody knows, and whatever is neither in any other than JSON', async () => {
    for (const route of [...tables, ...others])
      for (const format of tables.includes(route) ? ['xml', 'CSV', ''] : ['csv', 'xml']) {
        const { status, body } = await first.get(pathOf(route, `format=${format}`));
        expect([route.name, format, status, body.field('code').value, body.field('pointer').value]).toEqual([
          ...[route.name, format, 400, 'bad-field', '/format'],
        ]);
      }
  });
});

describe('a name in another case', () => {
  test('narrows every list as it does in its own', async () => {
    const narrowed: string[] = [];
    for (const route of tables.filter(({ query }) => query.some(({ name }) => name === 'limit'))) {
      const { body } = await first.get(pathOf(route, 'limit=500'));
      for (const { name, shape } of route.query) {
        if (shape.kind !== 'text' || NO_NAMES.has(name)) continue;
        const values = body.field('items').list.map((item) => item.field(name).value);
        const value = values.find((one) => typeof one === 'string' && swapped(one) !== one);
        if (typeof value !== 'string') continue;
        const asked = async (one: string): Promise<unknown> =>
          (await first.get(pathOf(route, `${name}=${encodeURIComponent(one)}`))).body.field('items').value;
        const own = await asked(value);
        expect([route.name, name, own]).toEqual([route.name, name, expect.arrayContaining([expect.anything()])]);
        expect([route.name, name, await asked(swapped(value))]).toEqual([route.name, name, own]);
        narrowed.push(`${route.name} ${name}`);
      }
    }
    expect(narrowed.length).toBeGreaterThan(15);
    expect(narrowed).toContain('GET /api/inventory/v1/movements code');
    expect(narrowed).toContain('GET /api/profit-sharing/v1/ledger/entries code');
  });

  test('leads to what it leads to in its own, by every route', async () => {
    const coded = [...tables, ...others].filter(({ path }) => /\{(?!id\})/.test(path));
    for (const route of coded) {
      const known = knownPath(route.path, run, check);
      const [start = '', ...rest] = known.split('/v1/');
      const steps = rest.join('/v1/').split('/');
      const open = route.path.split('/v1/')[1]?.split('/') ?? [];
      const other = steps.map((step, i) => (/^\{(?!id\})/.test(open[i] ?? '') ? inOtherCase(step) : step)).join('/');
      const [own, found] = [await first.get(known), await first.get(`${start}/v1/${other}`)];
      expect([route.name, own.status]).toEqual([route.name, 200]);
      expect([route.name, found.status, found.body.value]).toEqual([route.name, 200, ofAnyMoment(own.body.value)]);
    }
    expect(coded.length).toBeGreaterThan(15);
  });
});

/** What a query has that is no name: days, the form of the answer, and what operations are called. */
const NO_NAMES = new Set(['after', 'from', 'to', 'on', 'format', 'headers', 'bom', 'act']);

const swapped = (text: string): string => (text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase());

/** A preview says when it was made. */
const ofAnyMoment = (answer: unknown): unknown =>
  'asOf' in Object(answer) ? { ...Object(answer), asOf: expect.any(String) } : answer;

const inOtherCase = (step: string): string => encodeURIComponent(swapped(decodeURIComponent(step)));

/** Columns whose cells are numbers, and ones whose cells never are. */
const NUMBERS = /(?:amount|total|debit|credit|balance|quantity|Quantity|minutes|remaining|result|revenue)$/;
const TEXTS = /(?:code|receipt|number|member|At)$/;

/** A cell of a workbook as CSV has it. */
function asInCsv(cell: unknown, column: string, written: string): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'number')
    return TEXTS.test(column) ? `no text: ${cell}` : cell === Number(written) ? written : `${cell}`;
  if (typeof cell === 'string') return NUMBERS.test(column) ? `no number: ${cell}` : cell;
  return String(cell);
}

/** A workbook counts days as fractions, which readers cut to the millisecond. */
const toTheSecond = (cell: unknown): unknown =>
  cell instanceof Date ? new Date(Math.round(cell.getTime() / 1_000) * 1_000) : cell;

const kindOf = (cell: unknown): string => (cell instanceof Date ? 'day' : typeof cell);

/** Without the mark by which CSV says that it is text. */
const unmarked = (cell: string): string => cell.replace(/^'(?=[=+\-@＝＋－＠\p{Cc}])/u, '');

const FILE = expect.stringMatching(/^attachment; filename="[a-z][a-z-]+-\d{4}-\d\d-\d\d\.csv"$/);

/** The field of a column that is one of parts. */
const lastOf = (name: string): string => name.split('.').at(-1) ?? name;

/** An empty list of parts is no field of a row. */
const withoutEmptyLists = (row: Row, header: readonly string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([name]) => header.includes(name) || row[name] !== ''));
