import { expect, test } from '@jest/globals';
import { nextCode } from './next-code.js';

test('a form proposes the code after the last one, written as the others are', () => {
  expect(nextCode(['F01', 'F24', 'F03'], 'F01')).toBe('F25');
  expect(nextCode(['009', '010', '9a'], '001')).toBe('011');
  expect(nextCode(['G1', 'G9', 'G10'], 'G1')).toBe('G11');
});

test('where none ends in a number, the first one is proposed', () => {
  expect(nextCode([], 'F01')).toBe('F01');
  expect(nextCode(['norte'], 'G1')).toBe('G1');
});
