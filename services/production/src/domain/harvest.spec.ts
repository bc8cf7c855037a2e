import { describe, expect, test } from '@jest/globals';
import { parseDay, parseFactor, refusalsOf, UnitBook } from '@ayni/kernel';
import { measureHarvest, type HarvestDraft } from './harvest.js';

const units = new UnitBook(
  [{ code: 'POTATO', stockUnit: 'g' }],
  [
    { product: 'POTATO', unit: 'arroba', factor: parseFactor('11500'), validFrom: parseDay('2025-07-01') },
    { product: 'POTATO', unit: 'arroba', factor: parseFactor('12000'), validFrom: parseDay('2026-01-01') },
  ],
);

const draft: HarvestDraft = {
  product: 'POTATO',
  quantity: '2.5',
  unit: 'arroba',
  homeUse: '0.5',
};

const measured = (more: Partial<HarvestDraft>, day = '2025-12-31'): unknown => {
  try {
    const { stockQuantity, stockHomeUse } = measureHarvest({ ...draft, ...more }, parseDay(day), units, '/rows/3');
    return [stockQuantity, stockHomeUse];
  } catch (error) {
    return refusalsOf(error).flatMap(({ code, pointer }) => [code, pointer]);
  }
};

describe('a harvest', () => {
  test('is measured by the factor in force on its day, home use by the same', () => {
    expect(measured({})).toEqual([28_750n, 5_750n]);
    expect(measured({}, '2026-01-01')).toEqual([30_000n, 6_000n]);
  });

  test('may go home whole, but no more of it than there was', () => {
    expect(measured({ homeUse: '2.5' })).toEqual([28_750n, 28_750n]);
    expect(measured({ homeUse: '2.501' })).toEqual(['quantity-not-whole', '/rows/3/homeUse']);
    expect(measured({ homeUse: '2.502' })).toEqual(['more-than-harvested', '/rows/3/homeUse']);
  });
});
