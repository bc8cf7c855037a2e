import { describe, expect, test } from '@jest/globals';
import { stockQuantity, type Day, type Instant } from '@ayni/kernel';
import fc from 'fast-check';
import { allocate, byDays, causeKey, type Demand } from './allocation.js';
import type { OpenLot } from './shelf.js';

const day = (n: number): Day => `2025-07-${String(n).padStart(2, '0')}` as Day;
const lot = (code: string, product: string, on: number, remaining: bigint, expires?: number): OpenLot => ({
  code,
  product,
  day: day(on),
  receivedAt: `${day(on)}T12:00:00.000Z` as Instant,
  expiresOn: expires === undefined ? null : day(expires),
  remaining: stockQuantity(remaining),
});
const demand = (code: string, product: string, on: number, quantity: bigint): Demand => ({
  use: 'sale',
  code,
  line: 1,
  product,
  day: day(on),
  quantity: stockQuantity(quantity),
});

const products = fc.constantFrom('A', 'B');
const days = fc.integer({ min: 1, max: 31 });
const amounts = fc.bigInt({ min: 1n, max: 50n });
const demands = fc
  .array(fc.tuple(products, days, amounts), { maxLength: 20 })
  .map((rows) => rows.map((parts, i) => demand(`S${i}`, ...parts)));
const lots = fc
  .array(fc.tuple(products, days, amounts, fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined })), {
    maxLength: 20,
  })
  .map((rows) =>
    rows.map(([product, on, quantity, keeps], i) =>
      lot(`L${i}`, product, on, quantity, keeps === undefined ? undefined : Math.min(on + keeps, 31)),
    ),
  );

const sum = (items: readonly { readonly quantity: bigint }[]): bigint =>
  items.reduce((total, { quantity }) => total + quantity, 0n);

describe('allocate', () => {
  test('takes a demand from one lot after the other and says what is lacking', () => {
    const first = demand('S1', 'A', 5, 12n);
    const second = demand('S2', 'A', 6, 9n);
    expect(allocate([first, second], [lot('L1', 'A', 1, 10n), lot('L2', 'A', 2, 7n)])).toEqual({
      takings: [
        { demand: first, lot: 'L1', day: '2025-07-05', quantity: 10n },
        { demand: first, lot: 'L2', day: '2025-07-05', quantity: 2n },
        { demand: second, lot: 'L2', day: '2025-07-06', quantity: 5n },
      ],
      short: [{ demand: second, quantity: 4n }],
    });
  });

  test('gives an earlier day its lot, though it is entered after a later one', () => {
    const [late, early] = [demand('S1', 'A', 6, 10n), demand('S2', 'A', 2, 5n)];
    expect(allocate([late, early], [lot('HB', 'A', 5, 10n), lot('HA', 'A', 1, 10n)]).takings).toEqual([
      { demand: early, lot: 'HA', day: '2025-07-02', quantity: 5n },
      { demand: late, lot: 'HA', day: '2025-07-06', quantity: 5n },
      { demand: late, lot: 'HB', day: '2025-07-06', quantity: 5n },
    ]);
  });

  test('takes from a lot that came later on the day when it came, and from what was there before', () => {
    expect(allocate([demand('S1', 'A', 3, 1n)], [lot('L1', 'A', 8, 1n)]).takings).toMatchObject([
      { day: '2025-07-08' },
    ]);
    const soon = lot('L1', 'A', 5, 10n, 6);
    const keeps = lot('L2', 'A', 1, 10n, 20);
    expect(allocate([demand('S1', 'A', 3, 4n)], [soon, keeps]).takings).toMatchObject([{ lot: 'L2' }]);
  });

  test('takes a lot that had expired by then only when nothing else was there', () => {
    const lettuce = [lot('L1', 'A', 1, 10n, 8), lot('L2', 'A', 19, 6n, 26)];
    expect(allocate([demand('S1', 'A', 20, 4n)], lettuce).takings).toMatchObject([{ lot: 'L2', quantity: 4n }]);
    expect(allocate([demand('S1', 'A', 20, 9n)], lettuce)).toMatchObject({
      takings: [
        { lot: 'L2', quantity: 6n },
        { lot: 'L1', quantity: 3n },
      ],
      short: [],
    });
    expect(allocate([demand('S1', 'A', 8, 4n)], lettuce).takings).toMatchObject([{ lot: 'L1' }]);
    expect(allocate([demand('S1', 'A', 12, 4n)], lettuce).takings).toMatchObject([{ lot: 'L1' }]);
  });

  test('leaves the lots of other products alone', () => {
    expect(allocate([demand('S1', 'A', 3, 1n)], [lot('L1', 'B', 1, 1n)])).toMatchObject({
      takings: [],
      short: [{ quantity: 1n }],
    });
  });

  test('comes out the same in whatever order demands and lots are given', () => {
    fc.assert(
      fc.property(demands, lots, fc.infiniteStream(fc.nat()), (asked, held, dice) => {
        const shuffled = <T>(items: readonly T[]): T[] =>
          items
            .map((item) => ({ item, at: dice.next().value ?? 0 }))
            .sort((a, b) => a.at - b.at)
            .map(({ item }) => item);
        expect(allocate(shuffled(asked), shuffled(held))).toEqual(allocate(asked, held));
      }),
    );
  });

  test('gives every demand exactly its quantity, in lots and in what is short', () => {
    fc.assert(
      fc.property(demands, lots, (asked, held) => {
        const { takings, short } = allocate(asked, held);
        for (const one of asked) {
          const parts = [...takings, ...short].filter(({ demand: of }) => of === one);
          expect(sum(parts)).toBe(one.quantity);
        }
        expect(takings.every(({ quantity }) => quantity > 0n)).toBe(true);
        expect(short.every(({ quantity }) => quantity > 0n)).toBe(true);
      }),
    );
  });

  test('never takes more from a lot than it holds, and is short of nothing that a lot holds', () => {
    fc.assert(
      fc.property(demands, lots, (asked, held) => {
        const { takings, short } = allocate(asked, held);
        const lacking = new Set(short.map(({ demand: { product } }) => product));
        for (const one of held) {
          const left = one.remaining - sum(takings.filter(({ lot: code }) => code === one.code));
          expect(left).toBeGreaterThanOrEqual(0n);
          if (lacking.has(one.product)) expect(left).toBe(0n);
        }
      }),
    );
  });

  test('takes nothing of a lot before its day, and nothing late while a lot of that day has something left', () => {
    fc.assert(
      fc.property(demands, lots, (asked, held) => {
        const { takings } = allocate(asked, held);
        const dayOf = new Map(held.map((one) => [one.code, one.day]));
        for (const { demand: of, lot: code, day: on } of takings) {
          const came = dayOf.get(code) ?? '';
          expect(on).toBe(came > of.day ? came : of.day);
          if (on === of.day) continue;
          const before = held.filter((one) => one.product === of.product && one.day <= of.day);
          for (const one of before) {
            const until = takings.filter((taking) => taking.lot === one.code && byDays(taking.demand, of) <= 0);
            expect(sum(until)).toBe(one.remaining);
          }
        }
      }),
    );
  });

  test('what comes on a later day changes nothing of what was taken before', () => {
    fc.assert(
      fc.property(demands, lots, days, (asked, held, n) => {
        const before = allocate(
          asked.filter((one) => one.day < day(n)),
          held.filter((one) => one.day < day(n)),
        );
        const { takings } = allocate(asked, held);
        expect(takings.filter((taking) => taking.day < day(n))).toEqual(before.takings);
      }),
    );
  });

  test('serves the demands of a product by their days', () => {
    fc.assert(
      fc.property(demands, lots, (asked, held) => {
        const { takings } = allocate(asked, held);
        for (const product of ['A', 'B']) {
          const served = takings.map(({ demand: of }) => of).filter((of) => of.product === product);
          expect(served.map(causeKey)).toEqual([...served].sort(byDays).map(causeKey));
        }
      }),
    );
  });
});
