import { parseDay, parseFactor, UnitBook, type Day, type LineDraft } from '@ayni/kernel';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { priceLines } from './sale.js';

const units = new UnitBook(
  [
    { code: 'LETTUCE', stockUnit: 'piece' },
    { code: 'QUINOA', stockUnit: 'g' },
  ],
  [
    ['LETTUCE', 'amarro', '10', '2026-07-01'],
    ['LETTUCE', 'amarro', '12', '2025-01-01'],
    ['QUINOA', 'kg', '1000', '2025-01-01'],
  ].map(([product = '', unit = '', factor = '', validFrom = '']) => ({
    product,
    unit,
    factor: parseFactor(factor),
    validFrom: parseDay(validFrom),
  })),
);

const price = (
  lines: readonly LineDraft[],
  day: Day = parseDay('2026-06-30'),
): ReturnType<typeof priceLines<LineDraft>> => priceLines(lines, day, { units, places: 2 }, '/rows/0');

const quinoa = (quantity: string, unitPrice: string): LineDraft => ({
  product: 'QUINOA',
  quantity,
  unit: 'kg',
  unitPrice,
});

test.each([
  [[quinoa('2', '18.00')], 3600n],
  [[quinoa('0.5', '0.01')], 1n],
  [[quinoa('0.499', '0.01')], 0n],
  [[quinoa('0.333', '1.00'), quinoa('0.333', '1.00'), quinoa('0.334', '1.00')], 99n], // each line for itself
  [[quinoa('0.005', '1.00'), quinoa('0.005', '1.00')], 2n],
  [[quinoa('2', '0.00')], 0n], // a gift is sold for nothing
])('a receipt comes to the sum of its lines, each rounded half up to the centavo: %j', (lines, total) => {
  expect(price(lines).total).toBe(total);
});

test('a receipt of any lines is within half a centavo a line of quantity × price, and measured to the gram', () => {
  const draft = fc.record({
    grams: fc.integer({ min: 1, max: 10 ** 8 }),
    centavos: fc.integer({ min: 0, max: 10 ** 6 }),
  });
  fc.assert(
    fc.property(fc.array(draft, { minLength: 1, maxLength: 20 }), (drafts) => {
      const decimal = (value: number, places: number): string =>
        `${Math.floor(value / 10 ** places)}.${String(value % 10 ** places).padStart(places, '0')}`;
      const sale = price(drafts.map(({ grams, centavos }) => quinoa(decimal(grams, 3), decimal(centavos, 2))));
      drafts.forEach(({ grams, centavos }, i) => {
        const { amount, stockQuantity, line } = sale.lines[i] ?? { amount: -1n, stockQuantity: -1n, line: 0 };
        const twiceAway = 2n * (amount * 1000n - BigInt(grams) * BigInt(centavos));
        expect(-1000n < twiceAway && twiceAway <= 1000n).toBe(true);
        expect([stockQuantity, line]).toEqual([BigInt(grams), i + 1]);
      });
      expect(sale.total).toBe(sale.lines.reduce((sum, { amount }) => sum + amount, 0n));
    }),
  );
});

test('a line is measured by the factor in force on the day of the sale', () => {
  const lines = [{ product: 'LETTUCE', quantity: '1.5', unit: 'amarro', unitPrice: '10.00' }];
  const stock = (day: string) => price(lines, parseDay(day)).lines.map(({ stockQuantity }) => stockQuantity);
  expect([stock('2026-06-30'), stock('2026-07-01')]).toEqual([[18n], [15n]]);
});

test('a line that cannot be priced is named by its place', () => {
  const refused = (code: string, pointer: string): unknown =>
    expect.objectContaining({ refusals: [expect.objectContaining({ code, pointer })] });
  const second = (line: Partial<LineDraft>) => () => price([quinoa('1', '1.00'), { ...quinoa('1', '1.00'), ...line }]);
  expect(second({ product: 'GOLD' })).toThrow(refused('unknown-reference', '/rows/0/lines/1/product'));
  expect(second({ unit: 'quintal' })).toThrow(refused('unknown-unit', '/rows/0/lines/1/unit'));
  expect(second({ product: 'LETTUCE', unit: 'amarro', quantity: '0.1' })).toThrow(
    refused('quantity-not-whole', '/rows/0/lines/1/quantity'),
  );
  expect(second({ quantity: '0' })).toThrow(refused('bad-quantity', '/rows/0/lines/1/quantity'));
  expect(second({ unitPrice: '1.005' })).toThrow(refused('bad-amount', '/rows/0/lines/1/unitPrice'));
});
