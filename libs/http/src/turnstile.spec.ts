import { expect, test } from '@jest/globals';
import { Turnstile } from './turnstile.js';

test('a turnstile lets in two at a time, in order, and sends away who finds the queue full', async () => {
  const turnstile = new Turnstile(2, 2);
  const leave: (() => void)[] = [];
  const entered: string[] = [];
  const pass = (name: string): Promise<string> =>
    turnstile.pass(() => {
      entered.push(name);
      return new Promise((resolve) => leave.push(() => resolve(name)));
    });
  const passing = ['a', 'b', 'c', 'd'].map(pass);
  expect(entered).toEqual(['a', 'b']);
  await expect(pass('e')).rejects.toMatchObject({ code: 'not-ready' });
  leave[0]?.();
  await passing[0];
  expect(entered).toEqual(['a', 'b', 'c']);
  for (const i of [1, 2]) leave[i]?.();
  await Promise.all(passing.slice(1, 3));
  leave[3]?.();
  expect(await Promise.all(passing)).toEqual(['a', 'b', 'c', 'd']);
});

test('who fails inside leaves the place to the next', async () => {
  const turnstile = new Turnstile(1, 0);
  await expect(turnstile.pass(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await turnstile.pass(() => Promise.resolve('in'))).toBe('in');
});
