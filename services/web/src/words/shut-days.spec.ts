import { expect, test } from '@jest/globals';
import { shutDays } from './shut-days.js';

const season = (year: number, state: string) => ({ from: `${year}-01-01`, to: `${year}-12-31`, state });

test('work is asked for from the day after the seasons that are closed, locked ones too', () => {
  const { has, openFrom } = shutDays([season(2026, 'open'), season(2025, 'closed'), season(2024, 'locked')]);
  expect(openFrom).toBe('2026-01-01');
  expect(['2024-01-01', '2025-12-31', '2026-01-01'].map(has)).toEqual([true, true, false]);
});

test('where only one season was, and it closed, what comes after it is open', () => {
  expect(shutDays([season(2025, 'closed')]).openFrom).toBe('2026-01-01');
});

test('a season that was closed before the one ahead of it hides nothing of that', () => {
  const { has, openFrom } = shutDays([season(2024, 'open'), season(2025, 'closed')]);
  expect(openFrom).toBeUndefined();
  expect([has('2024-06-30'), has('2025-06-30')]).toEqual([false, true]);
});

test('nothing is shut where no season closed, nor by one that was withdrawn', () => {
  expect(shutDays([season(2026, 'open'), season(2025, 'withdrawn')]).openFrom).toBeUndefined();
});
