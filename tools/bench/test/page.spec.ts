import { describe, expect, test } from '@jest/globals';
import { percentile, spreadOf, verdict, type Figure } from '../src/figure.js';
import { page } from '../src/page.js';
import type { Row } from '../src/row.js';

const row = (name: string): Row => ({
  name,
  how: `how ${name} is taken`,
  carrier: 'local',
  measure: () => Promise.resolve([]),
});
const figure = (median: number, goal?: Figure['goal']): Figure => {
  return { what: 'a thing', unit: 's', digits: 1, measured: { median, min: 1, max: 9 }, ...(goal && { goal }) };
};
const rows = [row('start'), row('season')];
const write = (measured: Record<string, Figure>, before: string, on = '2026-01-02'): string => {
  const figures = new Map(Object.entries(measured).map(([name, one]) => [name, [one]]));
  return page(rows, figures, { on, by: '2 cores' }, before);
};

describe('the page of figures', () => {
  test('keeps what was measured before of rows that were not measured now', () => {
    const before = write({ start: figure(2), season: figure(7) }, '', '2026-01-01');
    const after = write({ season: figure(8) }, before);
    expect(after).toContain('| start | a thing |  | 2.0 s (1.0 to 9.0) |  |  | 2026-01-01 |');
    expect(after).toContain('| season | a thing |  | 8.0 s (1.0 to 9.0) |  |  | 2026-01-02 |');
    expect(after).not.toContain('7.0 s');
  });

  test('keeps what people wrote about where the time goes', () => {
    const noted = `${write({ start: figure(2) }, '')}\nHalf of it is spent waiting for the disk.\n`;
    const after = write({ start: figure(3) }, noted);
    expect(after).toContain('Half of it is spent waiting for the disk.');
    expect(after.match(/## Where the time goes/g)).toHaveLength(1);
  });
});

describe('a figure', () => {
  test('says by how much of its goal it was missed', () => {
    expect(verdict(figure(3, { is: 'at most', limit: 2 }))).toBe('missed by 50 %');
    expect(verdict(figure(3, { is: 'at least', limit: 4 }))).toBe('missed by 25 %');
    expect(verdict(figure(3, { is: 'at most', limit: 3 }))).toBe('met');
  });

  test('shows the middle of its rounds', () => {
    expect(spreadOf([5, 1, 3])).toEqual({ median: 3, min: 1, max: 5 });
    expect(spreadOf([4, 1])).toEqual({ median: 2.5, min: 1, max: 4 });
  });

  test('takes for p99 the value that 99 of 100 do not exceed', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile([7], 0.99)).toBe(7);
  });
});
