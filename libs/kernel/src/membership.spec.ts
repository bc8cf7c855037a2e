import { expect, test } from '@jest/globals';
import { parseDay } from './calendar.js';
import { daysOfMembership } from './membership.js';

const season = { from: parseDay('2025-07-01'), until: parseDay('2026-07-01') };

test.each([
  ['all season long', '2010-01-01', null, 365],
  ['from the first day on', '2025-07-01', null, 365],
  ['from the second day on', '2025-07-02', null, 364],
  ['on the last day only', '2026-06-30', null, 1],
  ['from the day after the last', '2026-07-01', null, 0],
  ['until the first day', '2010-01-01', '2025-07-01', 1],
  ['until the day before the first', '2010-01-01', '2025-06-30', 0],
  ['until the last day', '2010-01-01', '2026-06-30', 365],
  ['beyond the season', '2010-01-01', '2027-01-01', 365],
  ['for one day within it', '2025-12-24', '2025-12-24', 1],
])('who belongs to the co-op %s has just those days', (_, joinedOn, leftOn, days) => {
  const membership = { joinedOn: parseDay(joinedOn), leftOn: leftOn === null ? null : parseDay(leftOn) };
  expect(daysOfMembership(membership, season)).toBe(days);
});
