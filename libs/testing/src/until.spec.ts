import { describe, expect, test } from '@jest/globals';

import { until } from './until.js';

describe('until', () => {
  test('waits for the condition and gives what it gave', async () => {
    let asked = 0;
    expect(await until(() => (asked += 1) === 3 && 'there')).toBe('there');
    expect(asked).toBe(3);
  });

  test('takes a condition that throws for one that does not hold yet', async () => {
    let asked = 0;
    await until(() => {
      asked += 1;
      if (asked < 3) throw new Error('no table');
      return true;
    });
    expect(asked).toBe(3);
  });

  test('says what it last saw when time runs out', async () => {
    await expect(until((see) => see([1, 2]).length === 3, { timeoutMs: 20 })).rejects.toThrow('last seen: [ 1, 2 ]');
    await expect(until(() => Promise.reject(new Error('no table')), { timeoutMs: 20 })).rejects.toThrow('no table');
  });
});
