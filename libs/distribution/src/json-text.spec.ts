import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isRefused } from './refused-case.js';
import { parseJson } from './json-text.js';

describe('a JSON text', () => {
  test('is read as everywhere', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseJson(text)).toEqual({ value: JSON.parse(text) });
      }),
    );
  });

  test('that is none is refused as bad-document', () => {
    for (const text of ['', '{', '{"a":1,}', "{'a':1}", 'NaN', '[1] 2']) {
      expect(parseJson(text)).toMatchObject({ code: 'bad-document', pointer: '' });
    }
  });

  test.each([
    ['{"a":1,"a":1}', '/a'],
    ['{"a":{"b":1},"c":[{"x":1},{"x":1,"y":{},"x":2}]}', '/c/1/x'],
    ['{"a~/b":1,"a~/b":2}', '/a~0~1b'],
    ['{"a":1,"\\u0061":2}', '/a'],
    ['{"\\"":1 , "q":"\\\\", "\\"" : 2}', '/"'],
  ])('that says a name twice is refused there, since readers differ in which one counts: %s', (text, pointer) => {
    expect(parseJson(text)).toMatchObject({ code: 'bad-document', pointer });
  });

  test('may have the same name in different objects, and names within texts', () => {
    for (const text of ['[{"a":1},{"a":{"a":2}}]', '{"a":"\\"a\\":1,{\\"a\\":2}","b":["a","a"]}']) {
      expect(isRefused(parseJson(text))).toBe(false);
    }
  });
});
