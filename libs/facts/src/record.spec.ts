import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { digestOf, refuseDuplicates } from './record.js';

describe('the digest of a row', () => {
  const row = { code: 'H1', quantity: '117', lines: [{ unit: 'kg', price: '1.00' }, { unit: 'g' }], note: null };

  test('is the same in whatever order its fields were sent', () => {
    const { code, quantity, note } = row;
    expect(digestOf({ note, lines: [{ price: '1.00', unit: 'kg' }, { unit: 'g' }], quantity, code })).toBe(
      digestOf(row),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-zA-Z]+$/), fc.jsonValue()), (any) => {
        expect(digestOf(Object.fromEntries(Object.entries(any).toReversed()))).toBe(digestOf(any));
      }),
    );
  });

  test('stays what the books have stored', () => {
    expect(digestOf(row)).toBe('OFuc8LKHVPITWa2fk6TSe_P7hWR');
  });

  test.each<[string, object]>([
    ['another text', { ...row, code: 'H2' }],
    ['a number for a text', { ...row, quantity: 117 }],
    ['the same amount written otherwise', { ...row, quantity: '117.0' }],
    ['a field more', { ...row, member: '007' }],
    ['lines in another order', { ...row, lines: row.lines.toReversed() }],
    ['two lines in one', { ...row, lines: [{ unit: 'kg', price: '1.00' }] }],
    ['a text that looks like two fields', { ...row, code: 'H1",quantity:"117' }],
  ])('is another with %s', (_, other) => {
    expect(digestOf(other)).not.toBe(digestOf(row));
  });
});

test('a code that stands twice in one load is refused at its second place', () => {
  refuseDuplicates(['H1', 'H-1', 'H2']);
  expect(() => refuseDuplicates(['H1', 'h1'])).toThrow(expect.objectContaining({ pointer: '/rows/1/code' }));
  expect(() => refuseDuplicates(['H1', 'H2', 'H3', 'H2'], 'receipt')).toThrow(
    expect.objectContaining({ code: 'duplicate-code', pointer: '/rows/3/receipt', values: { code: 'H2' } }),
  );
});
