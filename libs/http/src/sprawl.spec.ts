import { describe, expect, test } from '@jest/globals';
import { Sprawl, sprawlOf } from './sprawl.js';

const seen = (text: string): string | undefined => sprawlOf(Buffer.from(text));
const list = (count: number): string => `[${Array.from({ length: count }, () => '1').join(',')}]`;
const object = (count: number): string => `{${Array.from({ length: count }, (_, i) => `"k${i}":1`).join(',')}}`;

describe('JSON text', () => {
  test('may be nested 20 deep, its lists have 2,000 parts and its objects 200 fields', () => {
    expect(seen('['.repeat(20) + ']'.repeat(20))).toBeUndefined();
    expect(seen('['.repeat(21))).toBe('too-deep:20');
    expect([seen(list(2_000)), seen(object(200))]).toEqual([undefined, undefined]);
    expect([seen(list(2_001)), seen(object(201))]).toEqual([expect.any(String), expect.any(String)]);
  });

  test('is counted list by list, and not by what stands in its texts', () => {
    expect(seen(`[${Array.from({ length: 9 }, () => list(1_999)).join(',')}]`)).toBeUndefined();
    expect(seen(JSON.stringify({ text: '[{,'.repeat(9_000), more: '"\\"{'.repeat(99) }))).toBeUndefined();
    expect(seen(`{"rows":[{"a":${object(200)}},{"a":[${object(201)}]}]}`)).toBe('too-many-fields:200');
  });

  test.each([
    ['{"a":1,"a":1}', 'a'],
    ['{"a":1,"b":{"a":2},"a":3}', 'a'],
    ['{"rows":[{"b":1},{"b":1,"c":[{}],"b":2}]}', 'b'],
    ['{"a":1,"\\u0061":2}', 'a'],
    ['{"a" : "a", "b":["a","a"] , "\\"":1, "\\"" : 2}', '"'],
    ['{"toString":1,"toString":2}', 'toString'],
    ['{"__proto__":1,"__proto__":2}', '__proto__'],
  ])('says nothing twice: %s', (text, name) => {
    expect(seen(text)).toBe(`named-twice:${name}`);
  });

  test.each([
    ['{"a\\"\\\\b":1,"c":"\\\\","a\\"\\\\b":2}', 'named-twice:a"\\b'],
    [`{"é":[${list(2_001)}]}`, 'too-many-parts:2000'],
    [`{"a":"\\"[[","b":${'['.repeat(20)}`, 'too-deep:20'],
    [`{"a":"\\\\","b":${list(2_000)}}`, undefined],
  ])('is counted as it comes, byte by byte: %#', (text, fault) => {
    const sprawl = new Sprawl();
    const told = [...Buffer.from(text)].map((byte) => sprawl.take(Buffer.of(byte))).find((one) => one !== undefined);
    expect([told, seen(text)]).toEqual([fault, fault]);
  });

  test('may hold a text twice, and a name in two objects', () => {
    expect(seen('{"a":"a","b":["b","b",{"a":1}],"c":[{"a":1},{"a":1}],"a ":{"b":{}}}')).toBeUndefined();
  });

  test.each(['', '"', '"\\', ']]]]', '}{', ',,,,', '[}]{', '\\"'])('that is none is left to the parser: %j', (text) => {
    expect(seen(text)).toBeUndefined();
  });
});
