import { expect, test } from '@jest/globals';
import { byWeek } from './weeks.js';

test('weeks come one after the other, with what each feria brought, and lose no centavo', () => {
  const totals = [
    { key: '2026-01-05', market: 'Viacha', amount: '4999999999999.99' },
    { key: '2025-12-29', market: 'Viacha', amount: '0.30' },
    { key: '2026-01-05', market: 'Villa Dolores', amount: '0.02' },
  ];
  expect(byWeek(totals, 2)).toEqual([
    { monday: '2025-12-29', amount: '0.30', markets: [{ market: 'Viacha', amount: '0.30' }] },
    {
      monday: '2026-01-05',
      amount: '5000000000000.01',
      markets: [
        { market: 'Viacha', amount: '4999999999999.99' },
        { market: 'Villa Dolores', amount: '0.02' },
      ],
    },
  ]);
});
