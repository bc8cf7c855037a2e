import { expect, test } from '@jest/globals';
import { instantOf } from './instant.js';

test('a day and a time of day are a moment in the zone of the co-op, wherever the phone thinks it is', () => {
  expect(instantOf('2026-03-02', '16:00', 'America/La_Paz')).toBe('2026-03-02T20:00:00.000Z');
  expect(instantOf('2026-03-02', '00:00', 'Asia/Kathmandu')).toBe('2026-03-01T18:15:00.000Z');
});

test('on the day on which clocks change the offset is that of the moment', () => {
  expect(instantOf('2026-03-29', '01:30', 'Europe/Berlin')).toBe('2026-03-29T00:30:00.000Z');
  expect(instantOf('2026-03-29', '03:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
});
