import { expect, test } from '@jest/globals';

import { FixedClock } from './clock.js';

test('a fixed clock stands until it is moved, whatever callers do with the date they got', () => {
  const clock = new FixedClock('2025-07-01T23:58:00-04:00');
  clock.now().setFullYear(1999);
  expect(clock.now().toISOString()).toBe('2025-07-02T03:58:00.000Z');
  clock.moveTo('2025-07-02T00:02:00-04:00');
  expect(clock.now().toISOString()).toBe('2025-07-02T04:02:00.000Z');
});
