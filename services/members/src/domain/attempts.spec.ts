import { Refusal } from '@ayni/kernel';
import { describe, expect, test } from '@jest/globals';
import { Attempts } from './attempts.js';

/** How many seconds she is told to wait. */
function waitAt(attempts: Attempts, who: string, nowMs: number): string | undefined {
  try {
    attempts.begin(who, nowMs);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.values['seconds'];
    throw error;
  }
}

describe('attempts to sign in', () => {
  test('are free at first, then each doubles the wait, up to five minutes', () => {
    const attempts = new Attempts();
    let now = 0;
    for (let i = 0; i < 10; i += 1) expect(waitAt(attempts, 'ana', now)).toBeUndefined();
    const waits: number[] = [];
    for (let i = 0; i < 11; i += 1) {
      const seconds = Number(waitAt(attempts, 'ana', now));
      waits.push(seconds);
      now += seconds * 1000;
      expect(waitAt(attempts, 'ana', now)).toBeUndefined();
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
  });

  test('are forgotten when one succeeds, and after an hour', () => {
    const attempts = new Attempts();
    for (let i = 0; i < 10; i += 1) attempts.begin('ana', 0);
    attempts.succeeded('ana');
    expect(waitAt(attempts, 'ana', 0)).toBeUndefined();
    for (let i = 0; i < 9; i += 1) attempts.begin('ana', 0);
    expect(waitAt(attempts, 'ana', 0)).toBe('1');
    expect(waitAt(attempts, 'ana', 3_600_000)).toBeUndefined();
    expect(waitAt(attempts, 'ana', 3_600_000)).toBeUndefined();
  });

  test('of one do not slow down another, however many are tried', () => {
    const attempts = new Attempts();
    for (let i = 0; i < 10; i += 1) attempts.begin('ana', 0);
    for (let i = 0; i < 9_999; i += 1) attempts.begin(`guess ${i}`, 0);
    expect(waitAt(attempts, 'ana', 0)).toBe('1');
    expect(waitAt(attempts, 'eva', 0)).toBeUndefined();
  });
});
