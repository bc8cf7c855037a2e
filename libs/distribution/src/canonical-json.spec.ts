import { describe, expect, test } from '@jest/globals';
import { canonicalJson } from './canonical-json.js';

describe('canonical JSON as RFC 8785 has it', () => {
  test("the RFC's own example of section 3.2.2 comes out byte for byte", () => {
    const value: unknown = JSON.parse(`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
      "literals": [null, true, false]
    }`);
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test("names stand in the order of their UTF-16 code units: the RFC's example of section 3.2.3", () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const order = Object.values(JSON.parse(canonicalJson(value)) as Record<string, string>);
    // a JavaScript object puts the name "1" first by itself, so the text is asked
    expect(canonicalJson(value).indexOf('"\\r"')).toBe(1);
    expect(order.filter((name) => name !== 'One')).toEqual([
      'Carriage Return',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  test('lists keep their order, names that are numbers sort as text, nothing is put between', () => {
    expect(canonicalJson({ b: [3, 1, { y: 0, x: -0 }], '10': 1, '9': 2, a: {} })).toBe(
      '{"10":1,"9":2,"a":{},"b":[3,1,{"x":0,"y":0}]}',
    );
  });

  test.each([
    ['a lone surrogate', '\ud800'],
    ['a lone surrogate in a name', { '\udfff': 1 }],
    ['a number that is not finite', NaN],
    ['undefined', { a: undefined }],
    ['a bigint', 1n],
  ])('%s is refused: it has no canonical text', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});
