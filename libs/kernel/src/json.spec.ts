import { expect, test } from '@jest/globals';
import { fieldOf, jsonOf } from './json.js';

test('a text that is no JSON is told by saying nothing, and null says null', () => {
  expect(['{"a":1}', 'null', '', '{', 'undefined'].map(jsonOf)).toEqual([
    { a: 1 },
    null,
    undefined,
    undefined,
    undefined,
  ]);
});

test('a field is found in objects and lists, and nowhere else', () => {
  expect([{ length: 1 }, [0]].map((value) => fieldOf(value, 'length'))).toEqual([1, 1]);
  for (const other of [undefined, null, 'text', 5, {}]) expect(fieldOf(other, 'length')).toBeUndefined();
});
