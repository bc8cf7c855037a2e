import { expect, test } from '@jest/globals';
import { countedIn, piecesOf } from './pieces.js';

test('notes and coins come to what they are worth together; what is no count is none', () => {
  expect(countedIn({ '200.00': '3', '0.50': '7', '0.10': '', '20.00': 'x', '5.00': '-2' }, 2)).toBe(60_350n);
});

test('a currency whose notes are not known is counted by 1, 2 and 5 and their tenfolds', () => {
  expect(piecesOf('XYZ', 1)).toEqual([
    '500.0',
    '200.0',
    '100.0',
    '50.0',
    '20.0',
    '10.0',
    '5.0',
    '2.0',
    '1.0',
    '0.5',
    '0.2',
    '0.1',
  ]);
});
