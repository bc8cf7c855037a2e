import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Client } from '@ayni/api-client/client';
import { loadFolder } from '../src/load/load.js';
import { FolderMistakes, mistakeLine } from '../src/mistake.js';
import { Office } from '@ayni/testing/office';
import { CHACOMA, Season, withSeason } from './seasons.js';

let office: Office;
let client: Client;

beforeEach(async () => {
  office = await Office.open();
  office.answers = [{ applied: 1, waiting: 0, parked: 0, settled: true }];
  client = new Client(office.url, { coop: 'chacoma', user: 'treasurer', password: 'a long password' });
});
afterEach(() => office.close());

const rowsTaken = (): Record<string, number> =>
  Object.fromEntries(
    [...new Set(office.taken.map(({ path }) => path))].map((path) => [path, office.rows(path).length]),
  );

test('every record of a folder arrives once, in requests of a bearable size, what others refer to first', async () => {
  const told: string[] = [];
  await loadFolder(client, await new Season(CHACOMA).read(), (file, done, total) => {
    if (done === total) told.push(`${file} ${total}`);
  });
  expect(rowsTaken()).toEqual({
    '/api/members/v1/households': 24,
    '/api/members/v1/members': 30,
    '/api/inventory/v1/products': 7,
    '/api/inventory/v1/units': 21,
    '/api/production/v1/structures': 8,
    '/api/sales/v1/markets': 5,
    '/api/profit-sharing/v1/grants': 1,
    '/api/profit-sharing/v1/funds': 3,
    '/api/profit-sharing/v1/seasons': 1,
    '/api/production/v1/harvests': 509,
    '/api/inventory/v1/deliveries': 73,
    '/api/inventory/v1/losses': 21,
    '/api/production/v1/work': 2630,
    '/api/production/v1/confirmations': 0,
    '/api/production/v1/care': 199,
    '/api/profit-sharing/v1/expenses': 246,
    '/api/profit-sharing/v1/advances': 27,
    '/api/sales/v1/sales': 1125,
  });
  const confirmed = office.taken.flatMap(({ path, body }) =>
    path.endsWith('/confirmations') ? (Reflect.get(Object(body), 'codes') as string[]) : [],
  );
  expect(confirmed).toHaveLength(2536);
  expect(new Set(confirmed).size).toBe(2536);
  expect(told).toContain('sales 1125');
  expect(office.rows('/api/inventory/v1/losses')[16]).toEqual({
    code: 'losses-17',
    lostAt: '2026-04-25T11:30:00-04:00',
    product: 'LETTUCE',
    quantity: '4',
    unit: 'piece',
    reason: 'transport',
  });
});

test('who left and came back is entered with her first period, then with the others, first to last', () =>
  withSeason(async (season) => {
    await season.lines('members.csv', ([header = '', ...lines]) => [
      ...[header, '018,Asunta,Callisaya Apaza,F,1991,F18,2026-05-01,'],
      ...lines,
      '018,Asunta,Callisaya Apaza,F,1991,F18,2015-02-01,2016-03-31',
    ]);
    office.answers = [{ periods: [], applied: 1, waiting: 0, parked: 0, settled: true }];
    await loadFolder(client, await season.read());
    const members = office.rows('/api/members/v1/members');
    expect(members).toHaveLength(30);
    expect(members).toContainEqual(expect.objectContaining({ number: '018', leftOn: '2016-03-31' }));
    const returns = office.taken.filter(({ path }) => path === '/api/members/v1/members/018/return');
    expect(returns.map(({ body }) => body)).toEqual([
      { joinedOn: '2024-08-21', leftOn: '2026-03-15' },
      { joinedOn: '2026-05-01' },
    ]);
    // entered by somebody else meanwhile: the register has both periods
    const periods = [{ joinedOn: '2024-08-21' }, { joinedOn: '2026-05-01' }];
    office.answers = [{ periods, applied: 1, waiting: 0, parked: 0, settled: true }];
    const other = new Client(office.url, { coop: 'chacoma', user: 'other', password: 'a long password' });
    const once = office.taken.length;
    await loadFolder(other, await season.read());
    expect(office.taken.slice(once).filter(({ path }) => path.endsWith('/return'))).toEqual([]);
  }));

test('loading the folder again does nothing again', async () => {
  const folder = await new Season(CHACOMA).read();
  await loadFolder(client, folder);
  const once = office.taken.length;
  await loadFolder(client, folder);
  expect(office.taken).toHaveLength(once);
  expect(office.seen.length).toBeGreaterThan(2 * once);
});

test('a folder whose receipts are scattered arrives as the same receipts', () =>
  withSeason(async (season) => {
    await loadFolder(client, await new Season(CHACOMA).read());
    const sorted = (): string[] =>
      office
        .rows('/api/sales/v1/sales')
        .map((row) => JSON.stringify(row))
        .sort();
    const together = sorted();
    await office.close();
    office = await Office.open();
    office.answers = [{ applied: 1, waiting: 0, parked: 0, settled: true }];
    client = new Client(office.url, { coop: 'chacoma', user: 'treasurer', password: 'a long password' });
    await season.lines('sales.csv', ([header = '', ...lines]) => [header, ...lines.sort(byLastSigns)]);
    const folder = await season.read();
    expect(folder.scattered).toBe(true);
    await loadFolder(client, folder);
    expect(sorted()).toEqual(together);
  }));

test('what is refused is told with its place in the folder, and all else arrives', () =>
  withSeason(async (season) => {
    await season.line('work.csv', 2, '2025-07-01,099,sowing,240,G3,yes');
    office.wrong = (row) => {
      const { code, receipt, number } = Object(row) as Record<string, unknown>;
      if (code === 'H000002') return 'harvestedAt';
      if (code === 'losses-3') return 'reason';
      if (number === '030') return 'somethingElse';
      return receipt === 'R000003' ? 'lines/0/unitPrice' : undefined;
    };
    const error = await loadFolder(client, await season.read()).catch((refused: unknown) => refused);
    if (!(error instanceof FolderMistakes)) throw error;
    expect(error.mistakes.map(mistakeLine)).toEqual([
      'members.csv:31:1: Not so.',
      'harvests.csv:3:9: harvested_at: "2025-07-01T10:51:00-04:00": Not so.',
      'losses.csv:4:43: reason: "spoiled": Not so.',
      'work.csv:2:12: member: "099" is not in members.csv',
      'sales.csv:4:71: unit_price: "25.20": Not so.',
    ]);
    expect(rowsTaken()).toMatchObject({
      '/api/members/v1/members': 29,
      '/api/production/v1/harvests': 508,
      '/api/inventory/v1/losses': 20,
      '/api/production/v1/work': 2630,
      '/api/sales/v1/sales': 1124,
    });
  }));

test('what only follows from a mistake in another file is not said again', () =>
  withSeason(async (season) => {
    await season.write('units.csv', '');
    office.wrong = (row) => ('unit' in Object(row) ? 'unit' : undefined);
    office.faultCode = 'unknown-unit';
    const error = await loadFolder(client, await season.read()).catch((refused: unknown) => refused);
    if (!(error instanceof FolderMistakes)) throw error;
    expect(error.mistakes.map(mistakeLine)).toEqual([expect.stringMatching(/^units\.csv:1:1: the header is missing/)]);
  }));

test('a refusal that is of no row ends the loading', async () => {
  office.mood = ({ path }) => (path.endsWith('/harvests') ? 'refuse' : 'take');
  const folder = await new Season(CHACOMA).read();
  await expect(loadFolder(client, folder)).rejects.toThrow(/harvests was refused at \/rows\/1\/code \(\{"code":"H0/);
  expect(rowsTaken()).not.toHaveProperty('/api/sales/v1/sales');
});

/** Orders lines by their ends, so that those of a receipt fall apart. */
const byLastSigns = (a: string, b: string): number => {
  const [left, right] = [[...a].reverse().join(''), [...b].reverse().join('')];
  return left < right ? -1 : left > right ? 1 : 0;
};
