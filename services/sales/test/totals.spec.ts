import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { migratedAgain } from '@ayni/testing-service/migrated-again';
import type { TestService } from '@ayni/testing-service/service';
import fc from 'fast-check';
import { KeepMarketTotals1795856400000 } from '../src/persistence/migrations/20261128T0900-keep-market-totals.js';
import { line, receipt, Stall } from './stall.js';

let service: TestService;
beforeAll(async () => {
  service = await Stall.start();
});
afterAll(() => service.stop());

const KEYS = { day: 's.day::text', market: 's.market', product: 'l.product' } as const;
type By = keyof typeof KEYS;

/** The totals, counted from every line. */
async function counted({ coop }: Stall, by: By, from: string, to: string): Promise<object[]> {
  const { rows } = await service.sql.query<object>(
    `SELECT ${KEYS[by]} AS key, count(DISTINCT s.code)::int AS receipts, count(*)::int AS lines,
       to_char(sum(l.amount) / 100.0, 'FM999990.00') AS amount
       ${by === 'product' ? `, sum(l.stock_quantity)::text AS "stockQuantity", min(l.stock_unit) AS "stockUnit"` : ''}
     FROM sale_lines l JOIN sales s ON s.coop_id = l.coop_id AND s.code = l.receipt
     WHERE s.coop_id = $1 AND s.day BETWEEN $2 AND $3
       AND NOT EXISTS (SELECT FROM reversals r WHERE r.coop_id = s.coop_id AND r.kind = 'sale' AND r.code = s.code)
     GROUP BY 1 ORDER BY 1`,
    [coop, from, to],
  );
  return rows;
}

const DAYS = ['2025-06-30', '2025-07-01', '2025-07-31', '2025-08-04', '2025-12-31', '2026-01-01', '2026-02-28'];
const SPANS = [
  ['1900-01-01', '9998-12-31'],
  ['2025-07-01', '2025-12-31'],
  ['2025-07-31', '2025-08-04'],
  ['2025-07-02', '2026-01-15'],
  ['2025-08-04', '2025-08-04'],
] as const;

async function expectCounted(stall: Stall): Promise<void> {
  for (const by of ['day', 'market', 'product'] as const) {
    const { body: all } = await stall.manager.get(`/totals/sales?by=${by}`).expect(200);
    expect(all.items).toEqual(await counted(stall, by, '1900-01-01', '9998-12-31'));
    for (const [from, to] of SPANS) {
      const { body } = await stall.manager.get(`/totals/sales?by=${by}&from=${from}&to=${to}`).expect(200);
      expect(body.items).toEqual(await counted(stall, by, from, to));
    }
  }
}

const lines = fc.array(
  fc.constantFrom(
    line(),
    line({ unit: 'amarro', quantity: '1' }),
    line({ quantity: '0.5', product: 'QUINOA', unit: 'kg', unitPrice: '18.01' }),
    line({ unitPrice: '0.00' }),
  ),
  { minLength: 1, maxLength: 4 },
);
const sold = fc.record({
  soldAt: fc.constantFrom(...DAYS).map((day) => `${day}T12:00:00-04:00`),
  market: fc.constantFrom('Viacha', 'El Alto'),
  lines,
});

test('whatever is sold and taken back at once, the totals are what the lines come to', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(sold, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
      fc.func(fc.boolean()),
      async (loads, isTakenBack) => {
        const stall = await Stall.open(service);
        const requests = loads.map((load, i) => load.map((more, j) => receipt(`R${i}-${j}`, more)));
        await Promise.all(requests.map((rows) => stall.manager.post('/sales', { rows }).expect(201)));
        const again = requests[0] ?? [];
        const numbers = loads
          .flatMap((load, i) => load.map((_, j) => `R${i}-${j}`))
          .filter((code) => isTakenBack(code));
        await Promise.all([
          // known already: it changes nothing
          stall.manager.post('/sales', { rows: again }).expect(201),
          ...numbers.map((code) => stall.manager.post(`/sales/${code}/reversal`, { reason: 'x' }).expect(201)),
          stall.manager.post('/sales', { rows: [receipt('LATE')] }).expect(201),
        ]);
        for (const code of numbers) await stall.manager.post(`/sales/${code}/reversal`, { reason: 'y' }).expect(409);
        // refused as a whole, with a receipt that is right
        const rows = [receipt('NEVER'), receipt('WRONG', { market: 'Nowhere' })];
        await stall.manager.post('/sales', { rows }).expect(400);
        await expectCounted(stall);
      },
    ),
    { numRuns: 8 },
  );
});

test('many who sell the same at one market at once lose nothing', async () => {
  const stall = await Stall.open(service);
  const sell = (i: number): Promise<unknown> =>
    stall.manager
      .post('/sales', { rows: [receipt(`R${i}`, { lines: [line(), line({ product: 'LETTUCE' })] })] })
      .expect(201);
  await Promise.all(Array.from({ length: 40 }, (_, i) => sell(i)));
  await expectCounted(stall);
  const { body } = await stall.manager.get('/totals/sales?by=product').expect(200);
  expect(body.items).toMatchObject([{ key: 'LETTUCE', receipts: 40, lines: 80, amount: '600.00' }]);
});

test('existing receipts are summed by the migration as new ones are', async () => {
  const { kept, made } = await migratedAgain(service, KeepMarketTotals1795856400000, [
    'SELECT * FROM market_totals WHERE (receipts, lines, amount, quantity) <> (0, 0, 0, 0)',
  ]);
  expect(kept.length).toBeGreaterThan(20);
  expect(made).toEqual(kept);
});
