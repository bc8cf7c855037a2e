import { expect, test } from '@jest/globals';
import { dayFrom, dayInField, timeFrom } from './typed-day.js';

test('a day is typed day first, as in Bolivia, however it is divided', () => {
  for (const typed of ['02/03/2026', '2/3/2026', '2-3-26', '2.3.2026', '02032026', '2 3 2026', '2026-03-02'])
    expect(dayFrom(typed)).toBe('2026-03-02');
  expect(dayFrom('31/12/2026')).toBe('2026-12-31');
});

test('what is no day is none: no thirteenth month, no thirtieth of February, none half typed', () => {
  for (const typed of ['', '12/31/2026', '30/02/2026', '0/1/2026', '02/03', '02/03/202', '2026-02-30', 'ayer'])
    expect(dayFrom(typed)).toBeUndefined();
  expect(dayFrom('29/02/2028')).toBe('2028-02-29');
});

test('a day stands in a field with both its figures, and nothing where there is none', () => {
  expect(dayInField('2026-03-02')).toBe('02/03/2026');
  expect(dayInField('')).toBe('');
});

test('a time of day has 24 hours', () => {
  expect(['16:00', '7:30', '0730', '16.00', '23:59'].map(timeFrom)).toEqual([
    '16:00',
    '07:30',
    '07:30',
    '16:00',
    '23:59',
  ]);
  expect(['', '24:00', '7', '12:60', '4 p. m.'].map(timeFrom)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
