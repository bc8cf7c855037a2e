import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { commonOutcome, distribute, figuresOf, fingerprintOf, isRefused, workOut, writtenByOne } from '../src/index.js';
import { placesOf, readJson, sha256 } from './season.js';

/** The outcome of a case put together of what is written of one after the other; or why it is refused. */
function putTogether(document: unknown): unknown {
  const worked = workOut(document, placesOf);
  if (isRefused(worked)) return worked;
  const written = [...writtenByOne(worked)];
  const saidOf = (of: 'member' | 'household'): unknown[] =>
    written.flatMap(({ share }) => (share?.of === of ? [JSON.parse(share.figures)] : []));
  return {
    ...commonOutcome(worked),
    members: saidOf('member'),
    households: saidOf('household'),
    fingerprint: fingerprintOf(sha256(written.map(({ sealed }) => sealed).join(''))),
  };
}

/** Every figure by its place: a record's by its key, so that the order of records does not count. */
function figures(value: unknown, place = ''): [string, unknown][] {
  if (Array.isArray(value)) {
    return value.flatMap((entry: unknown, i) => {
      const keys = typeof entry === 'object' && entry !== null ? new Map(Object.entries(entry)) : new Map();
      const key = keys.get('member') ?? keys.get('household') ?? keys.get('fund') ?? keys.get('basis') ?? i;
      return figures(entry, `${place}[${String(key)}]`);
    });
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, entry]) => figures(entry, `${place}.${name}`));
  }
  return [[place, value]];
}

describe('the outcome worked out apart from this library is met in every figure', () => {
  const names = readdirSync(new URL('../cases/', import.meta.url)).filter((name) => name.endsWith('.case.json'));

  test('there are cases', () => {
    expect(names.length).toBeGreaterThan(60);
  });

  test.each(names)('%s', (name) => {
    const expected = figures(readJson(name.replace('.case.', '.outcome.')));
    const actual = new Map(figures(distribute(readJson(name), sha256, placesOf)));
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.filter(([place, figure]) => actual.get(place) !== figure)).toEqual([]);
    expect(putTogether(readJson(name))).toEqual(distribute(readJson(name), sha256, placesOf));
    // unsealed they are the same
    const alone = new Map(figures(figuresOf(readJson(name), placesOf)));
    const bare = expected.filter(([place]) => place !== '.fingerprint');
    expect(bare.filter(([place, figure]) => alone.get(place) !== figure)).toEqual([]);
  });
});
