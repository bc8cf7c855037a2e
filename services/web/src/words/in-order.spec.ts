import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inOrder, type Sortable } from './in-order.js';
import { decimalOf } from './reckon.js';

const rising = (...values: readonly Sortable[]): readonly Sortable[] => inOrder(values, (value) => value, false);
const falling = (...values: readonly Sortable[]): readonly Sortable[] => inOrder(values, (value) => value, true);

test('amounts are ordered by what they are worth, whatever their length, and exactly beyond what a float can tell', () => {
  expect(rising('100.00', '9.50', '-3.00', '24.5', '0')).toEqual(['-3.00', '0', '9.50', '24.5', '100.00']);
  expect(rising('9007199254740993.01', '9007199254740992.99', '9007199254740993.00')).toEqual([
    '9007199254740992.99',
    '9007199254740993.00',
    '9007199254740993.01',
  ]);
});

test('days, moments and minutes follow one another', () => {
  expect(rising('2026-10-02', '2026-03-30', '2025-12-31')).toEqual(['2025-12-31', '2026-03-30', '2026-10-02']);
  expect(rising('2026-03-02T20:00:00Z', '2026-03-02T09:30:00Z')).toEqual([
    '2026-03-02T09:30:00Z',
    '2026-03-02T20:00:00Z',
  ]);
  expect(rising(90, 480, 5)).toEqual([5, 90, 480]);
});

test('names are ordered as a register has them: without regard to capitals and accents, 9 before 10', () => {
  expect(rising('Zenobia', 'ángela', 'Ñusta', 'Nieves', 'Benita')).toEqual([
    'ángela',
    'Benita',
    'Nieves',
    'Ñusta',
    'Zenobia',
  ]);
  expect(rising('L10', 'L9', 'l1')).toEqual(['l1', 'L9', 'L10']);
});

test('what has no value comes last, rising and falling', () => {
  expect(rising(null, '2.00', null, '1.00')).toEqual(['1.00', '2.00', null, null]);
  expect(falling(null, '1.00', null, '2.00')).toEqual(['2.00', '1.00', null, null]);
  expect(rising(true, null, false)).toEqual([false, true, null]);
});

test('rows that are alike stay as they came, either way', () => {
  const rows = [
    { name: 'a', amount: '1.0' },
    { name: 'b', amount: '2' },
    { name: 'c', amount: '1.00' },
  ];
  const namesOf = (isFalling: boolean): readonly string[] =>
    inOrder(rows, ({ amount }) => amount, isFalling).map(({ name }) => name);
  expect([namesOf(false), namesOf(true)]).toEqual([
    ['a', 'c', 'b'],
    ['b', 'a', 'c'],
  ]);
});

const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 6 }))
  .map(([units, places]) => ({ text: decimalOf(units, places), sixths: units * 10n ** BigInt(6 - places) }));

test('any amounts are ordered as their smallest units are', () => {
  fc.assert(
    fc.property(fc.array(amount), (amounts) => {
      const units = inOrder(amounts, ({ text }) => text, false).map(({ sixths }) => sixths);
      expect(units).toEqual([...units].sort((one, other) => (one < other ? -1 : Number(one > other))));
    }),
  );
});

test('whatever stands in a column, its order does not depend on how the rows came, but for what is alike', () => {
  const value = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    amount.map(({ text }) => text),
  );
  fc.assert(
    fc.property(fc.array(value), fc.array(value), (some, more) => {
      const order = rising(...some, ...more);
      const isAlike = (one: Sortable, other: Sortable): boolean => falling(one, other)[0] === rising(one, other)[0];
      const again = rising(...more, ...some);
      expect(order.every((one, index) => isAlike(one, again[index] ?? null))).toBe(true);
    }),
  );
});

test('quantities stand together by their units, which keep their order, and rise and fall within each', () => {
  const quantities = [
    { unit: 'libra', value: '9' },
    { unit: 'amarro', value: '10' },
    { unit: 'libra', value: '100' },
    { unit: 'amarro', value: '2' },
  ];
  const said = (isFalling: boolean): readonly string[] =>
    inOrder(quantities, (quantity) => quantity, isFalling).map(({ unit, value }) => `${value} ${unit}`);
  expect(said(false)).toEqual(['2 amarro', '10 amarro', '9 libra', '100 libra']);
  expect(said(true)).toEqual(['10 amarro', '2 amarro', '100 libra', '9 libra']);
});
