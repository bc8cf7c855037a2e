import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Client } from '@ayni/api-client/client';
import { closeSeason } from '@ayni/api-client/close-season';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { Caller, type Reply } from './caller.js';
import { passwordOf, register, RULES, setUp } from './small-coop.js';
import { startSystem } from './start-system.js';

const COOP = 'chacoma';
const CLIENTS = 8;
/** So many sales are taken before the treasurer closes the season. */
const BEFORE = 200;
/** So often each client tries again after its first "no". */
const AFTER = 3;
/** Where no "no" ever comes, the test ends all the same. */
const SALES_MAX = 1_000;
const HARVESTED_KG = 1_000_000;

type Sale = { readonly receipt: string; readonly lines: number; readonly centavos: number; readonly grams: number };

let system: SystemProcess;
let client: Client;

beforeAll(async () => {
  system = await startSystem();
  client = await setUp(system, COOP);
  await register(client, COOP);
  const season = {
    code: '2025',
    name: 'Season',
    from: '2025-01-01',
    to: '2025-12-31',
    cashUnit: '0.10',
    ruleSet: RULES,
  };
  await client.post('/api/profit-sharing/v1/seasons', { rows: [season] });
  const harvest = { code: 'H', harvestedAt: '2025-03-01T06:00:00-04:00', structure: 'G1', product: 'ONION' };
  await client.post('/api/production/v1/harvests', {
    rows: [{ ...harvest, quantity: String(HARVESTED_KG), unit: 'kg', homeUse: '0' }],
  });
});

afterAll(() => system.remove());

test('eight people sell while the season closes: every sale that was taken counts, every other is refused as season-closed', async () => {
  const caller = await Caller.signIn(system.url, COOP, 'first', passwordOf(COOP));
  const taken: Sale[] = [];
  const refused: Reply[] = [];
  let closing: Promise<void> | undefined;

  const sell = async (who: number): Promise<void> => {
    for (let n = 0, noes = 0; noes <= AFTER && n < SALES_MAX; n += 1) {
      const sale = saleOf(who, n);
      const reply = await caller.post('/api/sales/v1/sales', { rows: [rowOf(sale)] });
      if (reply.status === 201) taken.push(sale);
      else {
        refused.push(reply);
        noes += 1;
      }
      if (taken.length >= BEFORE) closing ??= closeSeason(client, '2025');
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, (_, who) => sell(who)));
  await closing;

  expect(refused.map(({ status, body }) => [status, body.field('code').value])).toEqual(
    refused.map(() => [409, 'season-closed']),
  );
  expect(refused.length).toBe(CLIENTS * (AFTER + 1));
  expect(taken.length).toBeGreaterThanOrEqual(BEFORE);
  const total = (of: (sale: Sale) => number): number => taken.reduce((sum, sale) => sum + of(sale), 0);
  const figures = await client.get('/api/profit-sharing/v1/seasons/2025/figures');
  expect(figures.value).toMatchObject({
    receipts: taken.length,
    saleLines: total(({ lines }) => lines),
    revenue: (total(({ centavos }) => centavos) / 100).toFixed(2),
  });

  const stock = (await client.get('/api/inventory/v1/stock?on=2025-12-31')).field('items').list;
  const onion = stock.find((item) => item.field('product').text === 'ONION');
  const sold = total(({ grams }) => grams);
  expect(onion?.value).toMatchObject({
    sold: String(sold),
    onHand: String(HARVESTED_KG * 1000 - sold),
  });

  const kept = new Set<string>();
  for (let next: string | null = ''; next !== null;) {
    const page = await client.get(`/api/sales/v1/sales?limit=500${next && `&after=${encodeURIComponent(next)}`}`);
    for (const sale of page.field('items').list) kept.add(sale.field('receipt').text);
    next = page.field('next').value === null ? null : page.field('next').text;
  }
  expect([...kept].sort()).toEqual(taken.map(({ receipt }) => receipt).sort());
});

test('after that nothing more can be written into the season, nor taken back from it', async () => {
  const caller = await Caller.signIn(system.url, COOP, 'first', passwordOf(COOP));
  const day = { at: '2025-05-05T10:00:00-04:00', on: '2025-05-05' };
  const late = [
    await caller.post('/api/sales/v1/sales/R-0-0/reversal', { reason: 'late' }),
    await caller.post('/api/production/v1/harvests/H/reversal', { reason: 'late' }),
    await caller.post('/api/production/v1/work', {
      rows: [{ code: 'W', workedOn: day.on, member: '001', activity: 'late', minutes: 5 }],
    }),
    await caller.post('/api/inventory/v1/losses', {
      rows: [{ code: 'L', lostAt: day.at, product: 'ONION', quantity: '1', unit: 'kg', reason: 'late' }],
    }),
    await caller.post('/api/profit-sharing/v1/expenses', {
      rows: [{ code: 'E', spentOn: day.on, category: 'late', amount: '1.00', fundedBy: 'own' }],
    }),
    await caller.post('/api/members/v1/members/001/departure', { leftOn: day.on, reason: 'late' }),
  ];
  expect(late.map(({ status, body }) => [status, body.field('code').value])).toEqual(
    late.map(() => [409, 'season-closed']),
  );
});

/** Sales of one to three lines, whose amounts and weights differ and are whole. */
function saleOf(who: number, n: number): Sale {
  const lines = 1 + ((who + n) % 3);
  return { receipt: `R-${who}-${n}`, lines, centavos: lines * (100 + n) * 2, grams: lines * 2_000 };
}

const rowOf = ({ receipt, lines, centavos }: Sale): object => ({
  receipt,
  soldAt: '2025-06-01T10:00:00-04:00',
  market: 'Villa Dolores',
  payment: 'cash',
  lines: Array.from({ length: lines }, () => ({
    product: 'ONION',
    quantity: '2',
    unit: 'kg',
    unitPrice: (centavos / lines / 2 / 100).toFixed(2),
  })),
});
