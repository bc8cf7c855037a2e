import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkCode, readCheckCode } from './check-code.js';

const hex = (digits: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...'0123456789abcdef'), { minLength: digits, maxLength: digits }).map((all) => all.join(''));

describe('the code of a paper', () => {
  test('says which paper it is of, whoever types it in whatever case and groups', () => {
    fc.assert(
      fc.property(
        fc.record({
          run: hex(8),
          of: fc.constantFrom('member' as const, 'household' as const),
          place: fc.nat(2 ** 23 - 1),
        }),
        hex(16),
        (paper, seal) => {
          const code = checkCode(paper, seal);
          expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){5}$/);
          for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), code.replaceAll('0', 'o')])
            expect(readCheckCode(typed)).toEqual({ ...paper, seal });
        },
      ),
    );
  });

  test.each(['', 'ABCD', `${'A'.repeat(23)}U`, 'A'.repeat(25), 'ñ'.repeat(24)])('is not %s', (typed) => {
    expect(readCheckCode(typed)).toBeUndefined();
  });
});
