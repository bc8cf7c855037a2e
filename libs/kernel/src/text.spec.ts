import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isReadable, nameKey, readText } from './text.js';

describe('a text', () => {
  test.each([
    ['Pen\u0303as', 'Peñas'],
    [' Villa  Dolores ', 'Villa Dolores'],
    ['\u00a0a\u2003 b\u3000', 'a b'],
    ['   ', ''],
    ['a\tb', 'a\tb'],
  ])('written as %j is read as %j', (written, read) => {
    expect(readText(written)).toBe(read);
  });

  test('that was read is read the same again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readText(readText(text))).toBe(readText(text));
      }),
    );
  });

  test.each([
    ...['a\u0000', 'a\nb', 'a\u2028b', '\ud800', 'a\u200bb', '\ufeffa', 'a\u202eb', 'Pe\ufffdas'],
    ...['a\u200eb', 'a\u061cb', 'a\u034fb', 'a\u3164b', '\u115f', 'a\u2800', 'a\ufff9b', 'a\u{e0041}b'],
    ...['Villa\u200d Dolores', 'Villa\u200c Dolores', 'Villa\ufe0f Dolores', '1\ufe0f'],
  ])('cannot be read with the sign in %j', (text) => {
    expect(isReadable(text)).toBe(false);
  });

  test.each(['Ñuqa, “Villa Dolores” – 山田', '👩‍🌾', '👩🏽‍🌾 y 👨‍👩‍👧‍👦', '❤️', '🏳️‍🌈', '1️⃣', '🇧🇴'])(
    'such as %j can be read',
    (text) => {
      expect(isReadable(text)).toBe(true);
    },
  );
});

test('names that differ in case, blanks or the composition of their signs are one', () => {
  const names = ['Villa Peñas', 'villa peñas ', 'VILLA  PEN\u0303AS'];
  expect(new Set(names.map(nameKey)).size).toBe(1);
  expect(nameKey('Pena')).not.toBe(nameKey('Peña'));
});
