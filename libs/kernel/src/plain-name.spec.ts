import { describe, expect, test } from '@jest/globals';
import { isPlainName, lookOf } from './plain-name.js';

describe('a name to sign in by', () => {
  test.each(['ana', 'ana-maria', 'ñusta_2', 'first.second', 'martina7', 'Ана', '山田', '7', 'a'])(
    'may be %j',
    (name) => {
      expect(isPlainName(name)).toBe(true);
    },
  );

  test.each([
    '',
    ' ana',
    'ana maria',
    'a/b',
    'a:b',
    '-ana',
    'ana.',
    'аna',
    'anα',
    'man\u0303ana',
    'ana\u200b',
    'x'.repeat(65),
  ])('is not %j', (name) => {
    expect(isPlainName(name)).toBe(false);
  });

  test('looks like another whose signs nobody can tell from its own', () => {
    expect(lookOf('сосо')).toBe(lookOf('coco'));
    expect(lookOf('Сора')).toBe(lookOf('copa'));
    expect(lookOf('κοκο')).toBe(lookOf('koko'));
    expect(lookOf('ana')).not.toBe(lookOf('ann'));
  });
});
