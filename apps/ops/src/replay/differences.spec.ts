import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { differencesOf } from './differences.js';

async function* inOrder(rows: readonly string[]): AsyncGenerator<string> {
  yield* rows.toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
}

/** So few different rows that lists share many of them, and some with letters that JavaScript sorts in another order. */
const list = fc.array(fc.constantFrom('', 'a', 'b', 'ab', '{"code":"ñ"}', '\u{1f33d}', '\uffee'), { maxLength: 12 });

const count = (rows: readonly string[], row: string): number => rows.filter((other) => other === row).length;

describe('two lists of rows', () => {
  test('differ in just those rows of which one has more, however often each stands there', async () => {
    await fc.assert(
      fc.asyncProperty(list, list, async (first, second) => {
        const { rows, missing, surplus } = await differencesOf(inOrder(first), inOrder(second));
        const more = (ours: readonly string[], theirs: readonly string[]): number =>
          [...new Set(ours)].reduce((sum, row) => sum + Math.max(0, count(ours, row) - count(theirs, row)), 0);
        expect([rows, missing.count, surplus.count]).toEqual([first.length, more(first, second), more(second, first)]);
        for (const row of missing.first) expect(count(first, row)).toBeGreaterThan(count(second, row));
      }),
    );
  });

  test('tell the first few of many differences', async () => {
    const many = Array.from({ length: 50 }, (_, i) => String(i).padStart(2, '0'));
    const { missing, surplus } = await differencesOf(inOrder(many), inOrder([]));
    expect(missing).toMatchObject({ count: 50, first: ['00', '01', '02'] });
    expect(surplus).toMatchObject({ count: 0, first: [] });
  });
});
