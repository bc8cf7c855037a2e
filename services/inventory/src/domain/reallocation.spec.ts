import { describe, expect, test } from '@jest/globals';
import { stockQuantity, type Day, type Instant } from '@ayni/kernel';
import fc from 'fast-check';
import { allocate, causeKey, USES, type Draw, type Shortfall, type Taking } from './allocation.js';
import { changedDays, reallocate, type DayTaking, type Reallocation, type Undone } from './reallocation.js';
import type { OpenLot } from './shelf.js';

const day = (n: number): Day => `2025-07-${String(n).padStart(2, '0')}` as Day;
const days = fc.integer({ min: 1, max: 20 });
const amounts = fc.bigInt({ min: 1n, max: 30n });

const draws = fc.array(fc.tuple(fc.constantFrom(...USES), days, amounts), { minLength: 1, maxLength: 15 }).map((rows) =>
  rows.map(([use, on, quantity], i): Draw => ({
    ...{ use, code: `S${i}`, line: 1, product: 'A', stockUnit: 'g', day: day(on) },
    quantity: stockQuantity(quantity),
  })),
);
const lots = fc.array(fc.tuple(days, amounts, fc.integer({ min: 0, max: 9 })), { maxLength: 12 }).map((rows) =>
  rows.map(([on, quantity, keeps], i): OpenLot => ({
    ...{ code: `L${i}`, product: 'A', day: day(on), receivedAt: `${day(on)}T12:00:00.000Z` as Instant },
    ...{ expiresOn: day(on + keeps), remaining: stockQuantity(quantity) },
  })),
);

/** Lots with what is left of them after some takings. */
const after = (held: readonly OpenLot[], takings: readonly Taking<Draw>[]): OpenLot[] =>
  held.map((lot) => ({
    ...lot,
    remaining: stockQuantity(
      takings.reduce(
        (left, { lot: code, quantity }) => (code === lot.code ? left - quantity : left),
        lot.remaining as bigint,
      ),
    ),
  }));

const amountsOf = (parts: readonly { demand: Draw; lot?: string; day?: Day; quantity: bigint }[]): object => {
  const sums = new Map<string, bigint>();
  for (const { demand, lot = 'short', day: on = '', quantity } of parts) {
    const key = `${causeKey(demand)} ${lot} ${on}`;
    sums.set(key, (sums.get(key) ?? 0n) + quantity);
  }
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0n).sort());
};

const negated = (short: readonly Shortfall<Draw>[]): { demand: Draw; quantity: bigint }[] =>
  short.map(({ demand, quantity }) => ({ demand, quantity: -quantity }));

/** By days, those that change alone; each line by itself of these only. */
function byChangedDays({
  lots: held,
  takings,
  short,
  draws: late,
}: Undone): Pick<Reallocation, 'changes' | 'found' | 'settled'> {
  const taken = takings.map(({ demand, lot, day: on, quantity }): DayTaking => {
    return { askedOn: demand.day, lot, day: on, quantity };
  });
  const days = changedDays({ product: 'A', lots: held, taken, short, draws: late });
  const parts = [...days].map(([on, left]) =>
    reallocate({
      lots: left,
      takings: takings.filter(({ demand }) => demand.day === on),
      short: short.filter(({ demand }) => demand.day === on),
      draws: late.filter((draw) => draw.day === on),
    }),
  );
  return {
    changes: parts.flatMap(({ changes }) => changes),
    found: parts.flatMap(({ found }) => found),
    settled: parts.flatMap(({ settled }) => settled),
  };
}

describe.each([
  ['reallocate', reallocate],
  ['by the days that change', byChangedDays],
])('%s', (_how, anewOf) => {
  test('comes to what it would have been had everything been told in the order of the days', () => {
    fc.assert(
      fc.property(draws, lots, fc.nat(), fc.nat(), (asked, held, which, oneLot) => {
        const late = asked[which % asked.length];
        const lateLot = which % 2 === 0 ? held[oneLot % Math.max(held.length, 1)] : undefined;
        if (!late) return;
        const told = allocate(
          asked.filter((one) => one !== late),
          held.filter((lot) => lot !== lateLot),
        );
        const first = lateLot && lateLot.day < late.day ? lateLot.day : late.day;
        const stays = told.takings.filter((taking) => taking.day < first);
        const { changes, found, settled } = anewOf({
          lots: after(held, stays),
          takings: told.takings.filter((taking) => taking.day >= first),
          short: told.short,
          draws: [late],
        });
        const whole = allocate(asked, held);
        expect(amountsOf([...told.takings, ...changes])).toEqual(amountsOf(whole.takings));
        expect(amountsOf([...told.short, ...found, ...negated(settled)])).toEqual(amountsOf(whole.short));
      }),
    );
  });

  test('changes nothing where nothing came besides', () => {
    fc.assert(
      fc.property(draws, lots, days, (asked, held, n) => {
        const { takings, short } = allocate(asked, held);
        const anew = anewOf({
          lots: after(
            held,
            takings.filter((taking) => taking.day < day(n)),
          ),
          takings: takings.filter((taking) => taking.day >= day(n)),
          short,
          draws: [],
        });
        expect(anew).toMatchObject({ changes: [], found: [], settled: [] });
      }),
    );
  });
});

test('what is late by a little changes the days on which a lot ends, and no others', () => {
  const held = Array.from({ length: 5 }, (_, n): OpenLot => ({
    ...{ code: `L${n}`, product: 'A', day: day(1), receivedAt: `${day(1)}T12:0${n}:00.000Z` as Instant },
    ...{ expiresOn: null, remaining: stockQuantity(1_000n) },
  }));
  const sold = Array.from({ length: 200 }, (_, n): Draw => ({
    ...{ use: 'sale', code: `S${n}`, line: 1, product: 'A', stockUnit: 'g', day: day(2 + Math.floor(n / 8)) },
    quantity: stockQuantity(20n),
  }));
  const [late, ...asked] = sold;
  if (!late) throw new Error('nothing was sold');
  const { takings } = allocate(asked, held);
  const taken = takings.map(({ demand, lot, day: on, quantity }) => ({ askedOn: demand.day, lot, day: on, quantity }));
  const days = changedDays({ product: 'A', lots: held, taken, short: [], draws: [late] });
  expect([...days.keys()].sort()).toEqual([day(2), day(8), day(14), day(20)]);
});
