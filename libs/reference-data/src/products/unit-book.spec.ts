import { expect, test } from '@jest/globals';
import { parseDecimal, type Day } from '@ayni/kernel';
import { toUnitBook } from './unit-book.js';

const sack = (factor: string, validFrom: string) => ({ unit: 'sack', factor, validFrom: validFrom as Day });
const twoSacks = { product: 'QUINUA', unit: 'sack', quantity: parseDecimal('2', 3), text: '2' };

test('what a service keeps of products and units measures a quantity by the factor of its day', () => {
  const units = [sack('11500', '2025-01-01'), sack('12000', '2025-07-01')];
  const book = toUnitBook([{ code: 'QUINUA', stockUnit: 'g', units }]);
  expect(book.measure(twoSacks, '2025-06-30' as Day, '/rows/0').stockQuantity).toBe(23_000n);
  expect(book.measure(twoSacks, '2025-07-01' as Day, '/rows/0').stockQuantity).toBe(24_000n);
});

test.each([
  ['none of the products', null],
  ['no unit of the product', [{ code: 'QUINUA', stockUnit: 'g' as const, units: null }]],
])('a service that has heard of %s refuses the quantity', (_, rows) => {
  expect(() => toUnitBook(rows).measure(twoSacks, '2025-07-01' as Day, '/rows/0')).toThrow(
    expect.objectContaining({ code: rows === null ? 'unknown-reference' : 'unknown-unit' }),
  );
});

test('a factor of old books that nobody can read stops nothing but its own unit', () => {
  const unreadable = { ...sack('1000000000000001/1000000', '2025-01-01'), unit: 'odd' };
  const book = toUnitBook([{ code: 'QUINUA', stockUnit: 'g', units: [unreadable, sack('11500', '2025-01-01')] }]);
  expect(book.measure(twoSacks, '2025-06-30' as Day, '/rows/0').stockQuantity).toBe(23_000n);
  expect(() => book.measure({ ...twoSacks, unit: 'odd' }, '2025-06-30' as Day, '/rows/0')).toThrow(
    expect.objectContaining({ code: 'unknown-unit' }),
  );
});

test('a unit is found in whatever case it is written, and spelled as the book spells it', () => {
  const book = toUnitBook([{ code: 'QUINUA', stockUnit: 'g', units: [sack('11500', '2025-01-01')] }]);
  expect(book.measure({ ...twoSacks, unit: ' Sack' }, '2025-06-30' as Day, '/rows/0')).toMatchObject({ unit: 'sack' });
});
