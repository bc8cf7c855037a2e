import { expect, test } from '@jest/globals';
import { parseDay } from '@ayni/kernel';
import { checkDays } from './season.js';

const days = (from: string, to: string) => checkDays({ from: parseDay(from), to: parseDay(to) }, '/rows/0');

test('a season may be a single day, and ends no sooner than it begins', () => {
  expect(days('2025-07-01', '2025-07-01')).toEqual({ from: '2025-07-01', until: '2025-07-02' });
  expect(() => days('2025-07-01', '2025-06-30')).toThrow(
    expect.objectContaining({ code: 'wrong-order', pointer: '/rows/0/to' }),
  );
});
