import { expect, test } from '@jest/globals';
import { randomInt } from 'node:crypto';
import { endure } from '../src/endure.js';

test('3,000 events go through while each service, the broker and PostgreSQL are killed: none is lost, none counts twice, all come in order', async () => {
  const seed = randomInt(1_000_000);
  const lines: string[] = [];
  const { flow, sums, kills } = await endure({ events: 3_000, rounds: 1, seed, tell: (line) => lines.push(line) });
  expect({ seed, lines, flaws: flow.flaws, sums: sums.held }).toEqual({ seed, lines, flaws: [], sums: sums.due });
  expect([...kills].sort()).toEqual([
    ...['inventory', 'kafka', 'members', 'postgres', 'production', 'profit-sharing', 'sales'],
  ]);
  expect(Object.values(flow.written).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(3_000);
});
