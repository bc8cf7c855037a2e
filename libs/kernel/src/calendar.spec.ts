import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayIn, daysBetween, overlap, parseDay, parseInstant, parseZone } from './calendar.js';
import { Refusal } from './refusal.js';

const refusalOf = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'none';
};
const day = (text: string) => parseDay(text);
const days = (from: string, until: string) => ({ from: day(from), until: day(until) });
const anyDay = fc.integer({ min: 0, max: 2_900_000 }).map((count) => addDays(day('1900-01-01'), count));

describe('a day', () => {
  test.each(['2024-02-29', '2000-02-29', '1900-01-01', '9998-12-31', '2025-12-31'])('%s is one', (text) => {
    expect(parseDay(text)).toBe(text);
  });

  test.each([
    '2023-02-29',
    '1900-02-29',
    '2025-02-30',
    '2025-04-31',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '2025-01-32',
    '1899-12-31',
    '9999-12-31',
    '0000-00-00',
    '25-01-01',
    '2025-1-1',
    '2025-01-01T00:00:00Z',
    ' 2025-01-01',
    '2025-01-01\n',
    '+2025-01-01',
    '',
  ])('%j is none', (text) => {
    expect(refusalOf(() => parseDay(text, '/day'))).toBe('bad-day');
  });

  test('and another so many days later are so many days apart', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 50_000 }), (from, count) => {
        const until = addDays(from, count);
        expect(daysBetween(from, until)).toBe(count);
        expect(addDays(until, -count)).toBe(from);
        expect(daysBetween(until, from)).toBe(0);
        expect(from <= until).toBe(true);
      }),
    );
  });

  test('steps over the end of February as the calendar does', () => {
    expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(day('2023-02-28'), 1)).toBe('2023-03-01');
    expect(daysBetween(day('2024-01-01'), day('2025-01-01'))).toBe(366);
  });
});

describe('days that two ranges share', () => {
  test('count the first day of a membership and not the one after its last', () => {
    const season = days('2025-07-01', '2026-07-01');
    expect(overlap(season, days('2020-01-01', '9998-12-31'))).toBe(365);
    expect(overlap(season, days('2026-06-30', '2027-01-01'))).toBe(1);
    expect(overlap(season, days('2026-07-01', '2027-01-01'))).toBe(0);
    expect(overlap(season, days('2025-06-01', '2025-07-02'))).toBe(1);
  });

  test('are those that lie in both', () => {
    const range = fc.tuple(anyDay, fc.nat(60)).map(([from, length]) => ({ from, until: addDays(from, length) }));
    const near = range.chain((first) =>
      fc.tuple(fc.integer({ min: -70, max: 70 }), fc.nat(60)).map(([away, length]) => {
        const from = addDays(first.from, away);
        return [first, { from, until: addDays(from, length) }] as const;
      }),
    );
    fc.assert(
      fc.property(near, ([a, b]) => {
        const inBoth = Array.from({ length: daysBetween(a.from, a.until) }, (_, i) => addDays(a.from, i)).filter(
          (each) => each >= b.from && each < b.until,
        );
        expect(overlap(a, b)).toBe(inBoth.length);
        expect(overlap(b, a)).toBe(inBoth.length);
      }),
    );
  });
});

describe('an instant', () => {
  test('is kept in UTC with milliseconds, whatever offset it was written with', () => {
    expect(parseInstant('2026-06-30T23:58:00-04:00')).toBe('2026-07-01T03:58:00.000Z');
    expect(parseInstant('2026-07-01T03:58:00.0009Z')).toBe('2026-07-01T03:58:00.000Z');
    expect(parseInstant('2024-02-29T00:00:00+05:30')).toBe('2024-02-28T18:30:00.000Z');
  });

  test.each([
    '2026-06-30T23:58:00',
    '2026-06-30',
    '2026-06-30 23:58:00Z',
    '2026-06-30T24:00:00Z',
    '2026-06-30T23:60:00Z',
    '2026-06-30T23:58:60Z',
    '2026-06-31T12:00:00Z',
    '2023-02-29T12:00:00Z',
    '2026-06-30T12:00:00+24:00',
    '9999-12-31T23:59:59-04:00',
    '1750000000000',
    'yesterday',
    '',
  ])('%j is none', (text) => {
    expect(refusalOf(() => parseInstant(text))).toBe('bad-instant');
  });

  test('compares with another as text', () => {
    const moment = fc.date({ min: new Date('1901-01-01'), max: new Date('9998-12-30'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const [first, second] = [parseInstant(a.toISOString()), parseInstant(b.toISOString())];
        expect(first < second).toBe(a < b);
      }),
    );
  });
});

describe('the business day', () => {
  const laPaz = parseZone('America/La_Paz');

  test('of a sale at 23:58 is the day that ends, of one at 00:02 the day that begins', () => {
    expect(dayIn(laPaz, parseInstant('2026-06-30T23:58:00-04:00'))).toBe('2026-06-30');
    expect(dayIn(laPaz, parseInstant('2026-07-01T00:02:00-04:00'))).toBe('2026-07-01');
    expect(dayIn(laPaz, parseInstant('2026-07-01T03:58:00Z'))).toBe('2026-06-30');
    expect(dayIn(laPaz, parseInstant('2026-07-01T04:02:00Z'))).toBe('2026-07-01');
  });

  test('is the one on the clocks of the co-op, not of the phone that wrote the instant', () => {
    const instant = parseInstant('2024-03-01T05:30:00+09:00');
    expect(dayIn(laPaz, instant)).toBe('2024-02-29');
    expect(dayIn(parseZone('Asia/Tokyo'), instant)).toBe('2024-03-01');
    expect(dayIn(parseZone('UTC'), instant)).toBe('2024-02-29');
  });

  test('follows summer time where there is any', () => {
    const santiago = parseZone('America/Santiago');
    expect(dayIn(santiago, parseInstant('2026-01-01T02:30:00Z'))).toBe('2025-12-31'); // -03:00
    expect(dayIn(santiago, parseInstant('2026-06-01T03:30:00Z'))).toBe('2026-05-31'); // -04:00
  });

  test('is always a day of the calendar, four hours behind UTC in La Paz', () => {
    const moment = fc.date({ min: new Date('1970-01-02'), max: new Date('9998-12-30'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, (date) => {
        const expected = new Date(date.getTime() - 4 * 3_600_000).toISOString().slice(0, 10);
        const found = dayIn(laPaz, parseInstant(date.toISOString()));
        expect(found).toBe(expected);
        expect(parseDay(found)).toBe(expected);
      }),
    );
  });

  test.each(['', 'La Paz', 'America/Chacoma', '+04:00', '-04:00', 'America/La_Paz\n'])('no clock shows %j', (text) => {
    expect(refusalOf(() => parseZone(text))).toBe('bad-zone');
  });
});
