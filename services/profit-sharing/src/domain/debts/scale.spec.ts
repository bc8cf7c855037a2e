import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { weighBrought } from './scale.js';

const scales = [
  { resolution: 'R-1', product: 'POTATO', unit: 'arroba', rate: 37_33n },
  { resolution: 'R-1', product: '', unit: '', rate: 10_00n },
];

test('produce counts by the unit of its scale and work by the hour, each to the nearest centavo', () => {
  expect(weighBrought(scales, { resolution: 'R-1', product: 'Potato', quantity: '1.5' }, '')).toEqual({
    ...{ product: 'POTATO', quantity: '1.5', unit: 'arroba', minutes: null },
    ...{ rate: 37_33n, amount: 56_00n }, // 55.995
  });
  expect(weighBrought(scales, { resolution: 'R-1', minutes: 50 }, '')).toMatchObject({ unit: null, amount: 8_33n });
});

test('work in parts never counts for a centavo more or less each than the hours of it together', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 20 }), (parts) => {
      const worth = (minutes: number): bigint => weighBrought(scales, { resolution: 'R-1', minutes }, '').amount;
      const together = worth(parts.reduce((sum, minutes) => sum + minutes, 0));
      const apart = parts.reduce((sum, minutes) => sum + worth(minutes), 0n);
      const off = apart > together ? apart - together : together - apart;
      expect(off <= BigInt(parts.length)).toBe(true);
    }),
  );
});
