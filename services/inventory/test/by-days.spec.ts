import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { seasonClosed, seasonClosing, seasonOpened } from '@ayni/contracts';
import type { TestService } from '@ayni/testing-service/service';
import fc from 'fast-check';
import { delivery, loss, TestStore, type Item } from './store.js';

let service: TestService;
let store: TestStore;
beforeAll(async () => {
  service = await TestStore.start();
});
afterAll(() => service.stop());
beforeEach(async () => {
  store = await TestStore.open(service);
});

/** The lots of each use of a product, by its code. */
const lotsOf = async (of: TestStore): Promise<Record<string, unknown>> =>
  Object.fromEntries(
    (await of.list('/movements'))
      .filter(({ kind, reversal }) => kind !== 'harvest' && kind !== 'delivery' && reversal === false)
      .map(({ code, lots }) => [
        code,
        Object.fromEntries(((lots ?? []) as Item[]).map(({ lot, quantity }) => [lot, quantity])),
      ]),
  );

const events = async (receipt: string): Promise<object[]> =>
  (await service.told(store.coop)).filter(({ aggregate }) => aggregate === `issue/${receipt}`);

const total = (remaining: Record<string, unknown>): number =>
  Object.values(remaining).reduce<number>((sum, quantity) => sum + Number(quantity), 0);

const issued = (receipt: string, day: string, ...lots: (readonly [lot: string, quantity: string])[]): object => ({
  receipt,
  day,
  lines: lots.map(([lot, quantity]) => ({ line: 1, product: 'QUINOA', lot, stockQuantity: quantity })),
});

describe('which lot is taken follows the days', () => {
  test('a sale that is entered late takes what was there on its day; the receipt of later days shows its other lots', async () => {
    await store.harvest('HA', '2025-07-01', 'QUINOA', 10);
    await store.harvest('HB', '2025-07-05', 'QUINOA', 10);
    await store.sell('S1', '2025-07-06', ['QUINOA', 10]);
    await store.sell('S2', '2025-07-02', ['QUINOA', 5]);
    expect(await lotsOf(store)).toEqual({ S1: { HA: '5', HB: '5' }, S2: { HA: '5' } });
    for (let n = 1; n <= 7; n += 1) {
      const on = `2025-07-0${n}`;
      expect(total(await store.remaining(`?on=${on}`))).toBe(Number((await store.stock('QUINOA', on))['onHand']));
    }
    expect(await events('S2')).toMatchObject([
      { seq: 1, type: 'ayni.inventory.stock-issued.v1', data: issued('S2', '2025-07-02', ['HA', '5']) },
    ]);
    expect(await events('S1')).toMatchObject([
      { seq: 1, type: 'ayni.inventory.stock-issued.v1', data: issued('S1', '2025-07-06', ['HA', '10']) },
      { seq: 2, type: 'ayni.inventory.stock-issued.v2', data: issued('S1', '2025-07-06', ['HA', '5'], ['HB', '5']) },
    ]);
  });

  test('a lot that is entered late is taken by the sales of its days', async () => {
    await store.harvest('HB', '2025-07-05', 'QUINOA', 10);
    await store.sell('S1', '2025-07-06', ['QUINOA', 4]);
    await store.sell('S2', '2025-07-07', ['QUINOA', 4]);
    await store.manager.post('/deliveries', { rows: [delivery('HA', '2025-07-01', '5')] }).expect(201);
    expect(await lotsOf(store)).toEqual({ S1: { HA: '4' }, S2: { HA: '1', HB: '3' } });
  });

  test('a late lot settles by the days: the sale that was short first has it, also where another settled it before', async () => {
    await store.sell('S1', '2025-07-02', ['QUINOA', 5]);
    await store.harvest('HB', '2025-07-05', 'QUINOA', 10);
    expect(await lotsOf(store)).toEqual({ S1: { HB: '5' } });
    await store.harvest('HA', '2025-07-04', 'QUINOA', 3);
    expect(await lotsOf(store)).toEqual({ S1: { HA: '3', HB: '2' } });
    expect(await store.remaining('?on=2025-07-05')).toEqual({ HA: '0', HB: '8' });
    expect((await events('S1')).at(-1)).toMatchObject({
      type: 'ayni.inventory.stock-issued.v2',
      data: issued('S1', '2025-07-02', ['HA', '3'], ['HB', '2']),
    });
    expect(await store.list('/shortages?state=open')).toEqual([]);
  });

  test('losses follow the days as sales do, and move the lots of receipts', async () => {
    await store.harvest('HA', '2025-07-01', 'QUINOA', 10);
    await store.harvest('HB', '2025-07-05', 'QUINOA', 10);
    await store.sell('S1', '2025-07-06', ['QUINOA', 10]);
    const goods = { product: 'QUINOA', unit: 'g' };
    await store.manager.post('/losses', { rows: [loss('L1', '2025-07-02', '2', goods)] }).expect(201);
    expect(await lotsOf(store)).toEqual({ L1: { HA: '2' }, S1: { HA: '8', HB: '2' } });
    await store.manager.post('/losses/L1/reversal', { reason: 'found again' }).expect(201);
    expect(await lotsOf(store)).toEqual({ L1: {}, S1: { HA: '10' } });
    expect((await events('S1')).at(-1)).toMatchObject({ seq: 3, data: issued('S1', '2025-07-06', ['HA', '10']) });
  });

  test('what is taken back leaves its lot to the sales that came after it', async () => {
    await store.harvest('HA', '2025-07-01', 'QUINOA', 10);
    await store.harvest('HB', '2025-07-05', 'QUINOA', 10);
    await store.sell('S1', '2025-07-02', ['QUINOA', 8]);
    await store.sell('S2', '2025-07-06', ['QUINOA', 8]);
    await store.reverseSale('S1', '2025-07-02', ['QUINOA', 8]);
    expect(await lotsOf(store)).toEqual({ S1: {}, S2: { HA: '8' } });
    await store.reverseHarvest('HA', '2025-07-01', 'QUINOA', 10);
    expect(await lotsOf(store)).toEqual({ S1: {}, S2: { HB: '8' } });
  });

  test('what was taken on days of a closed season stays and is not told again', async () => {
    const season = { code: 'JULY', name: 'July', from: '2025-07-05', until: '2025-08-01' };
    await store.harvest('HA', '2025-07-01', 'QUINOA', 10);
    await store.harvest('HB', '2025-07-05', 'QUINOA', 10);
    await store.sell('S1', '2025-07-06', ['QUINOA', 10]);
    await store.sell('S3', '2025-08-02', ['QUINOA', 4]);
    for (const [i, type] of [seasonOpened, seasonClosing, seasonClosed].entries())
      await service.hear(store.coop, (tx) => tx.publish(type, 'season/JULY', i + 1, season));
    await store.sell('S2', '2025-07-02', ['QUINOA', 7]);
    expect(await lotsOf(store)).toEqual({ S1: { HA: '10' }, S2: { HB: '7' }, S3: { HB: '3' } });
    expect(await events('S1')).toHaveLength(1);
    expect(await store.list('/shortages')).toMatchObject([{ code: 'S3', open: '1' }]);
  });
});

/** A day of July. */
const july = (n: number): string => `2025-07-${String(n).padStart(2, '0')}`;

const fact = fc.record({ isLot: fc.boolean(), quantity: fc.integer({ min: 1, max: 20 }), at: fc.nat() });

test('whatever the order of typing, each receipt has the same lots and each lot holds the same on each day', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fact, { minLength: 6, maxLength: 14 }), async (facts) => {
      const tell = async (of: TestStore, n: number): Promise<void> => {
        const { isLot, quantity } = facts[n] ?? { isLot: false, quantity: 1 };
        if (isLot) await of.harvest(`H${n}`, july(1 + n), 'LETTUCE', quantity);
        else await of.sell(`S${n}`, july(1 + n), ['LETTUCE', quantity]);
      };
      const inOrder = facts.map((_, n) => n);
      const typed = inOrder.toSorted((a, b) => (facts[a]?.at ?? 0) - (facts[b]?.at ?? 0));
      const [first, second] = [await TestStore.open(service), await TestStore.open(service)];
      for (const n of inOrder) await tell(first, n);
      for (const n of typed) await tell(second, n);
      expect(await lotsOf(second)).toEqual(await lotsOf(first));
      for (const n of inOrder) {
        const on = `?on=${july(1 + n)}`;
        expect(await second.remaining(on)).toEqual(await first.remaining(on));
      }
    }),
    { numRuns: 10 },
  );
});
