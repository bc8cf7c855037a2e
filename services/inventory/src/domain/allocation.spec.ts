import { describe, expect, test } from '@jest/globals';
import { stockQuantity, type Day } from '@ayni/kernel';
import fc from 'fast-check';
import { allocate, type Demand, type OpenLot } from './allocation.js';

const day = (n: number): Day => `2025-07-${String(n).padStart(2, '0')}` as Day;
const lot = (code: string, product: string, on: number, remaining: bigint, expires?: number): OpenLot => ({
  code,
  product,
  day: day(on),
  expiresOn: expires === undefined ? null : day(expires),
  remaining: stockQuantity(remaining),
});
const demand = (product: string, on: number, quantity: bigint): Demand => ({
  product,
  day: day(on),
  quantity: stockQuantity(quantity),
});

const products = fc.constantFrom('A', 'B', 'C');
const days = fc.integer({ min: 1, max: 31 });
const amounts = fc.bigInt({ min: 1n, max: 50n });
const demands = fc.array(fc.tuple(products, days, amounts).map((parts) => demand(...parts)));
const lots = fc.array(fc.tuple(products, days, amounts)).map((rows) => rows.map((parts, i) => lot(`L${i}`, ...parts)));

const sum = (items: readonly { readonly quantity: bigint }[]): bigint =>
  items.reduce((total, { quantity }) => total + quantity, 0n);

describe('allocate', () => {
  test('takes a demand from one lot after the other and says what is lacking', () => {
    const first = demand('A', 5, 12n);
    const second = demand('A', 6, 9n);
    expect(allocate([first, second], [lot('L1', 'A', 1, 10n), lot('L2', 'A', 2, 7n)])).toEqual({
      takings: [
        { demand: first, lot: 'L1', day: '2025-07-05', quantity: 10n },
        { demand: first, lot: 'L2', day: '2025-07-05', quantity: 2n },
        { demand: second, lot: 'L2', day: '2025-07-06', quantity: 5n },
      ],
      short: [{ demand: second, quantity: 4n }],
    });
  });

  test('takes from a lot that came later on the day when it came', () => {
    expect(allocate([demand('A', 3, 1n)], [lot('L1', 'A', 8, 1n)]).takings).toMatchObject([{ day: '2025-07-08' }]);
  });

  test('takes a lot that had expired by then only when nothing else is left', () => {
    const lettuce = [lot('L1', 'A', 1, 10n, 8), lot('L2', 'A', 19, 6n, 26)];
    expect(allocate([demand('A', 20, 4n)], lettuce).takings).toMatchObject([{ lot: 'L2', quantity: 4n }]);
    expect(allocate([demand('A', 20, 9n)], lettuce)).toMatchObject({
      takings: [
        { lot: 'L2', quantity: 6n },
        { lot: 'L1', quantity: 3n },
      ],
      short: [],
    });
    expect(allocate([demand('A', 8, 4n)], lettuce).takings).toMatchObject([{ lot: 'L1' }]);
  });

  test('leaves the lots of other products alone', () => {
    expect(allocate([demand('A', 3, 1n)], [lot('L1', 'B', 1, 1n)])).toMatchObject({
      takings: [],
      short: [{ quantity: 1n }],
    });
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

  test('uses each lot up before the next, and serves the demands in their order', () => {
    fc.assert(
      fc.property(demands, lots, (asked, held) => {
        const { takings, short } = allocate(asked, held);
        for (const product of ['A', 'B', 'C']) {
          const order = held.filter((one) => one.product === product).map(({ code }) => code);
          const taken = takings.filter(({ demand: of }) => of.product === product);
          const places = taken.map(({ lot: code }) => order.indexOf(code));
          expect(places).toEqual([...places].sort((a, b) => a - b));
          const served = taken.map(({ demand: of }) => asked.indexOf(of));
          expect(served).toEqual([...served].sort((a, b) => a - b));
          const lacking = short.filter(({ demand: of }) => of.product === product);
          expect(lacking.every(({ demand: of }) => asked.indexOf(of) >= (served.at(-1) ?? 0))).toBe(true);
        }
      }),
    );
  });
});
