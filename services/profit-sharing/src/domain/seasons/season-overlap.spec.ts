import { expect, test } from '@jest/globals';
import { parseDay, Refusal } from '@ayni/kernel';
import { nextFrom, refuseOverlap, type SeasonDays } from './season-overlap.js';

const days = (code: string, from: string, until: string): SeasonDays => ({
  code,
  from: parseDay(from),
  until: parseDay(until),
});

const y2024 = days('2024', '2024-07-01', '2025-07-01');
const y2025 = days('2025', '2025-07-01', '2026-07-01');

function refusalOf(asked: readonly SeasonDays[], known: readonly SeasonDays[]): unknown {
  try {
    asked.forEach((season, i) => refuseOverlap(season, `/rows/${i}`, [...known, ...asked.slice(0, i)]));
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.pointer, error.values];
    throw error;
  }
  return undefined;
}

test('seasons may follow each other without a gap, in whatever order they are opened', () => {
  expect(refusalOf([y2025, y2024], [])).toBeUndefined();
  expect(refusalOf([y2024], [y2025])).toBeUndefined();
  expect(refusalOf([y2025], [y2024])).toBeUndefined();
});

test('the next season is proposed to begin after the last one before its own end, whichever was opened last', () => {
  const to = parseDay('2026-12-31');
  expect(nextFrom([y2024, y2025], to)).toBe('2026-07-01');
  expect(nextFrom([y2025, y2024], to)).toBe('2026-07-01');
  expect(nextFrom([], to)).toBeUndefined();
});

test('a season opened for years to come keeps nobody from opening the one that is next', () => {
  const y2030 = days('2030', '2030-01-01', '2031-01-01');
  expect(nextFrom([y2025, y2030], parseDay('2026-12-31'))).toBe('2026-07-01');
  expect(nextFrom([y2030], parseDay('2026-12-31'))).toBeUndefined();
  const shared = days('x', '2026-06-30', '2026-12-31');
  expect(refusalOf([shared], [y2025, y2030])).toEqual([
    'seasons-overlap',
    '/rows/0/from',
    { season: '2025', next: '2026-07-01' },
  ]);
});

test('a season is known whatever the case of its code', () => {
  expect(refusalOf([days('Y', '2025-07-01', '2026-07-01')], [days('y', '2025-07-01', '2026-07-01')])).toBeUndefined();
});

test('a season that is known already may be asked for again', () => {
  expect(refusalOf([y2025], [y2024, y2025])).toBeUndefined();
});

test.each([
  ['the last day of a known season', days('x', '2025-06-30', '2025-07-01'), '2024'],
  ['the first day of a known season', days('x', '2025-07-01', '2025-07-02'), '2025'],
  ['all of a known season and more', days('x', '2025-01-01', '2027-01-01'), '2024'],
])('no second season has %s', (_, season, other) => {
  expect(refusalOf([season], [y2024, y2025])).toEqual([
    'seasons-overlap',
    '/rows/0/from',
    { season: other, next: '2026-07-01' },
  ]);
});

test('of two in one load that share a day, the second is refused at its row', () => {
  const late = days('late', '2026-06-30', '2026-12-31');
  expect(refusalOf([y2024, y2025, late], [])).toEqual([
    'seasons-overlap',
    '/rows/2/from',
    expect.objectContaining({ season: '2025' }),
  ]);
});
