import { expect, test } from '@jest/globals';
import { leavesOf, withLeaves } from './leaves.js';

const sent = {
  rows: [{ code: 'W1', minutes: 480, attachments: ['ab'], lines: [{ quantity: '2' }, { quantity: '3.5' }] }],
};

test('the values of what was sent are told with where they stand, but for files', () => {
  expect(leavesOf(sent)).toEqual([
    { pointer: '/rows/0/code', name: 'code', value: 'W1' },
    { pointer: '/rows/0/minutes', name: 'minutes', value: '480' },
    { pointer: '/rows/0/lines/0/quantity', name: 'quantity', value: '2' },
    { pointer: '/rows/0/lines/1/quantity', name: 'quantity', value: '3.5' },
  ]);
});

test('what is corrected is sent as before but for what was changed, and a number stays one', () => {
  const typed = new Map([
    ['/rows/0/minutes', '120'],
    ['/rows/0/lines/1/quantity', '4'],
  ]);
  expect(withLeaves(sent, (pointer) => typed.get(pointer))).toEqual({
    rows: [{ code: 'W1', minutes: 120, attachments: ['ab'], lines: [{ quantity: '2' }, { quantity: '4' }] }],
  });
});
