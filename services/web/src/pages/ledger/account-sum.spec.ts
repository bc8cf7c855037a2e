import { expect, test } from '@jest/globals';
import { wholeOf } from './account-sum.js';

const part = (party: string | null, debit: string, credit: string, balance: string) => ({
  ...{ account: 'member-advances' as const, party, debit, credit, balance },
});

test('an account is the exact sum of its parts, also where some are below zero', () => {
  const rows = [part('001', '0.10', '0.30', '-0.20'), part('002', '98034.04', '0.00', '98034.04')];
  expect(wholeOf(rows, 2)).toEqual({ ...part(null, '98034.14', '0.30', '98033.84'), parts: 2 });
});

test('an account that nobody has a part of stands as it is, in the places of its currency', () => {
  expect(wholeOf([part(null, '1200', '200', '1000')], 0)).toEqual({ ...part(null, '1200', '200', '1000'), parts: 0 });
});
