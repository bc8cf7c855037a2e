import { expect, test } from '@jest/globals';
import { byWeek } from './weeks.js';

test('weeks begin on Mondays, also over the end of a year, and lose no centavo', () => {
  const days = [
    { key: '2026-01-04', amount: '0.10' },
    { key: '2025-12-29', amount: '0.20' },
    { key: '2026-01-05', amount: '4999999999999.99' },
    { key: '2026-01-06', amount: '0.02' },
  ];
  expect(byWeek(days, 2)).toEqual([
    { monday: '2025-12-29', amount: '0.30' },
    { monday: '2026-01-05', amount: '5000000000000.01' },
  ]);
});
