import { expect, test } from '@jest/globals';
import { Refusal, Refusals } from '@ayni/kernel';
import { partsOf } from './trial.js';

const rows = ['/rows/7', '/rows/8', '/rows/9', '/rows/10', '/rows/11'].map((at) => ({ at }));
const partsAfter = (error: Error): string[] => partsOf(rows, error).map((part) => part.map(({ at }) => at).join(' '));

test('of rows that do not hold together each that was refused is tried by itself, and those between them together', () => {
  const [first, second] = ['/rows/8/code', '/rows/11'].map((pointer) => new Refusal('code-taken', pointer));
  if (!first || !second) throw new Error('there are two');
  expect(partsAfter(new Refusals([second, first]))).toEqual(['/rows/7', '/rows/8', '/rows/9 /rows/10', '/rows/11']);
});

test('where nobody says which row it was, each half is tried', () => {
  const halves = ['/rows/7 /rows/8 /rows/9', '/rows/10 /rows/11'];
  expect(partsAfter(new Error('a constraint'))).toEqual(halves);
  expect(partsAfter(new Refusal('resolution-used', '/resolution'))).toEqual(halves);
  expect(partsAfter(new Refusal('code-taken', '/rows/1/code'))).toEqual(halves);
});
