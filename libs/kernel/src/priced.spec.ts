import { expect, test } from '@jest/globals';
import { parseDay } from './calendar.js';
import { priceLine } from './priced.js';
import { parseFactor } from './quantity.js';
import { refusalsOf } from './refusals.js';
import { UnitBook } from './unit-book.js';

const DAY = parseDay('2026-06-30');
const kilo = { product: 'QUINOA', unit: 'kg', factor: parseFactor('1000'), validFrom: parseDay('2025-01-01') };
const book = { units: new UnitBook([{ code: 'QUINOA', stockUnit: 'g' }], [kilo]), places: 2 };
const line = { product: 'QUINOA', unit: 'kg', quantity: '1.5', unitPrice: '18.01' };

test('a line is measured, and priced to the centavo with halves up', () => {
  expect(priceLine(line, DAY, book, '/rows/0')).toEqual({
    unit: 'kg',
    stockUnit: 'g',
    stockQuantity: 1500n,
    unitPrice: 1801n,
    amount: 2702n,
  });
});

const refused = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return refusalsOf(error).map(({ code, pointer }) => [code, pointer]);
  }
};

test('a line of an unknown product is told its wrong price as well', () => {
  const wrong = { ...line, product: 'MAIZE', unitPrice: '1.005' };
  expect(refused(() => priceLine(wrong, DAY, book, '/rows/0'))).toEqual([
    ['bad-amount', '/rows/0/unitPrice'],
    ['unknown-reference', '/rows/0/product'],
  ]);
});

test.each([
  [{ quantity: '0' }, 'bad-quantity', '/rows/0/quantity'],
  [{ unitPrice: '1.005' }, 'bad-amount', '/rows/0/unitPrice'],
  [{ product: 'MAIZE' }, 'unknown-reference', '/rows/0/product'],
  [{ quantity: '1000000', unitPrice: '1000000000.00' }, 'amount-too-large', '/rows/0'],
])('a line with %j is refused with %s', (wrong, code, pointer) => {
  expect(refused(() => priceLine({ ...line, ...wrong }, DAY, book, '/rows/0'))).toEqual([[code, pointer]]);
});
