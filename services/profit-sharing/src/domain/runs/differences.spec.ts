import { expect, test } from '@jest/globals';
import { differencesOf } from './differences.js';

const members = [
  { member: '001', weights: { equal: '365' }, debts: [{ code: 'A1', amount: '5.00' }] },
  { member: '002', weights: { equal: '30' } },
];

test('two documents with the same figures do not differ, in whatever order their members stand', () => {
  expect(differencesOf({ members }, { members: members.toReversed() })).toEqual([]);
});

test('a figure that changed, went or came is named by whose it is', () => {
  const now = [
    { member: '003', weights: { equal: '1' } },
    { member: '001', weights: { equal: '364' }, debts: [] },
    { member: '002', weights: { equal: '30' } },
  ];
  expect(differencesOf({ members }, { members: now })).toEqual([
    { figure: '/members/001/weights/equal', frozen: '365', now: '364' },
    { figure: '/members/001/debts/A1/code', frozen: 'A1', now: null },
    { figure: '/members/001/debts/A1/amount', frozen: '5.00', now: null },
    { figure: '/members/003/member', frozen: null, now: '003' },
    { figure: '/members/003/weights/equal', frozen: null, now: '1' },
  ]);
});
