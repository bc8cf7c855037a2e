import { expect, test } from '@jest/globals';
import { parseDecimal, refusalsOf, type Day } from '@ayni/kernel';
import { toUnitBook } from './unit-book.js';

const sack = (factor: string, validFrom: string) => ({
  unit: 'sack',
  factor,
  validFrom: validFrom as Day,
  retiredOn: null,
});
/** With what some work is refused. */
function refused(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return refusalsOf(error);
  }
}

const twoSacks = { product: 'QUINUA', unit: 'sack', quantity: parseDecimal('2', 3), text: '2' };

test('what a service keeps of products and units measures a quantity by the factor of its day', () => {
  const units = [sack('11500', '2025-01-01'), sack('12000', '2025-07-01')];
  const book = toUnitBook([{ code: 'QUINUA', stockUnit: 'g', retiredOn: null, units }]);
  expect(book.measure(twoSacks, '2025-06-30' as Day, '/rows/0').stockQuantity).toBe(23_000n);
  expect(book.measure(twoSacks, '2025-07-01' as Day, '/rows/0').stockQuantity).toBe(24_000n);
});

test.each([
  ['none of the products', null],
  ['no unit of the product', [{ code: 'QUINUA', stockUnit: 'g' as const, retiredOn: null, units: null }]],
])('a service that has heard of %s refuses the quantity', (_, rows) => {
  expect(refused(() => toUnitBook(rows).measure(twoSacks, '2025-07-01' as Day, '/rows/0'))).toMatchObject([
    { code: rows === null ? 'unknown-reference' : 'unknown-unit' },
  ]);
});

test('what a product is counted in is a unit of it from the start, and another product’s is not', () => {
  const book = toUnitBook([{ code: 'QUINUA', stockUnit: 'g', retiredOn: null, units: null }]);
  const measure = (unit: string) => book.measure({ ...twoSacks, unit }, '1990-01-01' as Day, '/rows/0').stockQuantity;
  expect(measure('g')).toBe(2n);
  expect(refused(() => measure('piece'))).toMatchObject([{ code: 'unknown-unit' }]);
});

test('a unit that somebody called as the product is counted stays what she said', () => {
  const units = [{ unit: 'g', factor: '1000', validFrom: '2025-01-01' as Day, retiredOn: null }];
  const book = toUnitBook([{ code: 'QUINUA', stockUnit: 'g', retiredOn: null, units }]);
  const measure = (day: string) => book.measure({ ...twoSacks, unit: 'g' }, day as Day, '/rows/0').stockQuantity;
  expect(measure('2025-01-01')).toBe(2_000n);
  expect(refused(() => measure('2024-12-31'))).toMatchObject([{ code: 'unknown-unit' }]);
});

test('a product or unit that is retired measures the days up to its last', () => {
  const sacks = { ...sack('11500', '2025-01-01'), retiredOn: '2025-06-30' as Day };
  const rows = (retiredOn: Day | null) => [{ code: 'QUINUA', stockUnit: 'g' as const, retiredOn, units: [sacks] }];
  const measure = (day: string, retiredOn: Day | null = null) =>
    toUnitBook(rows(retiredOn)).measure(twoSacks, day as Day, '/rows/0').stockQuantity;
  expect(measure('2025-06-30')).toBe(23_000n);
  expect(refused(() => measure('2025-07-01'))).toMatchObject([{ code: 'retired', pointer: '/rows/0/unit' }]);
  expect(refused(() => measure('2025-06-30', '2025-06-29' as Day))).toMatchObject([
    { code: 'retired', pointer: '/rows/0/product' },
  ]);
});
test('a factor of old books that nobody can read stops nothing but its own unit', () => {
  const unreadable = { ...sack('1000000000000001/1000000', '2025-01-01'), unit: 'odd' };
  const book = toUnitBook([
    { code: 'QUINUA', stockUnit: 'g', retiredOn: null, units: [unreadable, sack('11500', '2025-01-01')] },
  ]);
  expect(book.measure(twoSacks, '2025-06-30' as Day, '/rows/0').stockQuantity).toBe(23_000n);
  expect(refused(() => book.measure({ ...twoSacks, unit: 'odd' }, '2025-06-30' as Day, '/rows/0'))).toMatchObject([
    { code: 'unknown-unit' },
  ]);
});

test('a unit is found in whatever case it is written, and spelled as the book spells it', () => {
  const book = toUnitBook([{ code: 'QUINUA', stockUnit: 'g', retiredOn: null, units: [sack('11500', '2025-01-01')] }]);
  expect(book.measure({ ...twoSacks, unit: ' Sack' }, '2025-06-30' as Day, '/rows/0')).toMatchObject({ unit: 'sack' });
});
