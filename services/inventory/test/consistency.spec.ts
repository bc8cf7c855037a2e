import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CoopId } from '@ayni/kernel';
import { migratedAgain } from '@ayni/testing-service/migrated-again';
import type { TestService } from '@ayni/testing-service/service';
import fc from 'fast-check';
import { KeepStockTotals1795856400000 } from '../src/persistence/migrations/20261128T0900-keep-stock-totals.js';
import { delivery, loss, TestStore } from './store.js';

let service: TestService;
beforeAll(async () => {
  service = await TestStore.start();
});
afterAll(() => service.stop());

/** What must hold of a store at any moment; each query answers what breaks it. */
const BROKEN = {
  'a product is on hand other than as its lots hold and its shortages lack': `
    SELECT product FROM (
      SELECT product, quantity FROM movements WHERE coop_id = $1
      UNION ALL SELECT product, -remaining FROM lots WHERE coop_id = $1
      UNION ALL SELECT product, open FROM shortages WHERE coop_id = $1) AS all_of
    GROUP BY product HAVING sum(quantity) <> 0`,
  'a lot holds other than what was not taken from it': `
    SELECT l.code FROM lots l LEFT JOIN takings t ON t.coop_id = l.coop_id AND t.lot = l.code
    WHERE l.coop_id = $1 AND NOT EXISTS (SELECT FROM reversals r
      WHERE r.coop_id = l.coop_id AND r.kind = l.origin AND r.code = l.origin_code)
    GROUP BY l.code, l.quantity, l.remaining HAVING l.remaining <> l.quantity - COALESCE(sum(t.quantity), 0)`,
  'something was taken from a lot that was taken back': `
    SELECT l.code FROM lots l JOIN reversals r ON r.coop_id = l.coop_id AND r.kind = l.origin AND r.code = l.origin_code
    LEFT JOIN takings t ON t.coop_id = l.coop_id AND t.lot = l.code
    WHERE l.coop_id = $1 GROUP BY l.code, l.remaining HAVING l.remaining <> 0 OR COALESCE(sum(t.quantity), 0) <> 0`,
  'a product is short while a lot of it has something left': `
    SELECT s.code FROM shortages s JOIN lots l USING (coop_id, product)
    WHERE s.coop_id = $1 AND s.open > 0 AND l.remaining > 0`,
  'a use took other than its quantity, in lots and in shortages': `
    SELECT use, code, line FROM (
      SELECT kind AS use, code, line, quantity FROM movements WHERE coop_id = $1 AND kind IN ('sale', 'loss')
      UNION ALL SELECT use, code, line, quantity FROM takings WHERE coop_id = $1
      UNION ALL SELECT use, code, line, open FROM shortages WHERE coop_id = $1) AS all_of
    GROUP BY use, code, line HAVING sum(quantity) <> 0`,
  'a lot held less than nothing at the end of a day': `
    SELECT lot FROM (
      SELECT l.code AS lot, t.day, l.quantity - sum(sum(t.quantity)) OVER (PARTITION BY l.code ORDER BY t.day) AS held
      FROM lots l JOIN takings t ON t.coop_id = l.coop_id AND t.lot = l.code
      WHERE l.coop_id = $1 GROUP BY l.code, l.quantity, t.day) AS days WHERE held < 0`,
  'the lots of a day hold other than the stock of that day': `
    WITH on_day AS (SELECT product, day FROM (
      SELECT product, day FROM movements WHERE coop_id = $1 UNION SELECT product, day + 1 FROM movements WHERE coop_id = $1) AS days),
    held AS (SELECT product, day, (SELECT COALESCE(sum(m.quantity), 0) FROM movements m
        WHERE m.coop_id = $1 AND m.product = d.product AND m.day <= d.day) AS stock,
      (SELECT COALESCE(sum(l.quantity - (SELECT COALESCE(sum(t.quantity), 0) FROM takings t
          WHERE t.coop_id = $1 AND t.lot = l.code AND t.day <= d.day)), 0) FROM lots l
        WHERE l.coop_id = $1 AND l.product = d.product AND l.day <= d.day AND NOT EXISTS (SELECT FROM reversals r
          WHERE r.coop_id = $1 AND r.kind = l.origin AND r.code = l.origin_code)) AS lots FROM on_day d)
    SELECT product, day, stock, lots FROM held WHERE lots <> greatest(stock, 0)`,
  'the running totals are other than their rows come to': `
    SELECT monthly, day, product, kind FROM (
      SELECT monthly, day, product, kind, quantity FROM stock_totals WHERE coop_id = $1
      UNION ALL
      SELECT monthly, CASE WHEN monthly THEN date_trunc('month', day::timestamp)::date ELSE day END, product, kind, -quantity
      FROM (VALUES (true), (false)) AS grains (monthly), (
        SELECT day, product, kind, quantity FROM movements WHERE coop_id = $1
        UNION ALL
        SELECT day, product, 'home-use', home_use FROM harvests h WHERE coop_id = $1 AND NOT EXISTS (
          SELECT FROM reversals r WHERE r.coop_id = $1 AND r.kind = 'harvest' AND r.code = h.code)) AS moved) AS all_of
    GROUP BY monthly, day, product, kind HAVING sum(quantity) <> 0`,
} as const;

async function broken(coop: CoopId): Promise<string[]> {
  const found: string[] = [];
  for (const [what, query] of Object.entries(BROKEN))
    for (const row of (await service.sql.query<object>(query, [coop])).rows)
      found.push(`${what}: ${JSON.stringify(row)}`);
  return found;
}

/** A day of the summer of 2025; the thirtieth is in August. */
const day = (n: number): string => new Date(Date.UTC(2025, 6, n + 2)).toISOString().slice(0, 10);
const PRODUCTS = ['LETTUCE', 'QUINOA'] as const;

const step = fc.record({
  act: fc.constantFrom('harvest', 'deliver', 'sell', 'sell', 'lose', 'take back', 'take back'),
  product: fc.constantFrom(...PRODUCTS),
  day: fc.integer({ min: 1, max: 45 }),
  quantity: fc.integer({ min: 1, max: 20 }),
  which: fc.nat(),
});

test('whatever comes, goes and is taken back in whatever order, the store adds up', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 25 }), async (steps) => {
      const store = await TestStore.open(service);
      const standing: (() => Promise<unknown>)[] = [];
      for (const [i, { act, product, day: n, quantity, which }] of steps.entries()) {
        const on = day(n);
        const goods = { product, unit: product === 'LETTUCE' ? 'piece' : 'g' };
        const undo = (path: string) => () => store.manager.post(`${path}/reversal`, { reason: 'wrong' }).expect(201);
        if (act === 'harvest') {
          const homeUse = which % (quantity + 1);
          await store.harvest(`H${i}`, on, product, quantity, homeUse);
          standing.push(() => store.reverseHarvest(`H${i}`, on, product, quantity, homeUse));
        } else if (act === 'deliver') {
          await store.manager
            .post('/deliveries', { rows: [delivery(`D${i}`, on, String(quantity), goods)] })
            .expect(201);
          standing.push(undo(`/deliveries/D${i}`));
        } else if (act === 'sell') {
          await store.sell(`R${i}`, on, [product, quantity], ['LETTUCE', 1]);
          standing.push(() => store.reverseSale(`R${i}`, on, [product, quantity], ['LETTUCE', 1]));
        } else if (act === 'lose') {
          await store.manager.post('/losses', { rows: [loss(`L${i}`, on, String(quantity), goods)] }).expect(201);
          standing.push(undo(`/losses/L${i}`));
        } else await standing.splice(which % Math.max(1, standing.length), 1)[0]?.();
        expect(await broken(store.coop)).toEqual([]);
      }
      for (const takeBack of standing) await takeBack();
      expect(await broken(store.coop)).toEqual([]);
      for (const product of PRODUCTS)
        expect(await store.stock(product)).toMatchObject({
          harvested: '0',
          delivered: '0',
          homeUse: '0',
          lost: '0',
          sold: '0',
          onHand: '0',
        });
    }),
    { numRuns: 12 },
  );
});

test('doors and events that take from the same lots at the same moment neither wait for ever nor lose anything', async () => {
  const store = await TestStore.open(service);
  await store.harvest('H1', '2025-07-01', 'LETTUCE', 50);
  const turns = Array.from({ length: 12 }, (_, i) => i);
  const goods = (i: number): object => ({ product: PRODUCTS[i % 2], unit: i % 2 === 0 ? 'piece' : 'g' });
  await Promise.all(
    turns.flatMap((i) => [
      store.sell(`R${i}`, '2025-07-03', ['QUINOA', 3], ['LETTUCE', 7]),
      store.manager
        .post('/deliveries', { rows: [0, 1].map((k) => delivery(`D${i}-${k}`, '2025-07-02', '4', goods(i + k))) })
        .expect(201),
      store.manager
        .post('/losses', { rows: [0, 1].map((k) => loss(`L${i}-${k}`, '2025-07-02', '1', goods(i + 1 + k))) })
        .expect(201),
    ]),
  );
  expect(await broken(store.coop)).toEqual([]);
  expect(await store.stock('LETTUCE')).toMatchObject({ delivered: '48', lost: '12', sold: '84', onHand: '2' });
  expect(await store.stock('QUINOA')).toMatchObject({ delivered: '48', lost: '12', sold: '36', onHand: '0' });
});

test('existing movements are summed by the migration as new ones are', async () => {
  const { kept, made } = await migratedAgain(service, KeepStockTotals1795856400000, [
    'SELECT * FROM stock_totals WHERE quantity <> 0',
  ]);
  expect(kept.length).toBeGreaterThan(5);
  expect(made).toEqual(kept);
});
