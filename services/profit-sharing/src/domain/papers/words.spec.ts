import { isFault, wordFor } from '@ayni/kernel';
import { BASIS_NAMES, CASE_CODES } from '@ayni/distribution';
import { expect, test } from '@jest/globals';
import { ACCOUNTS } from '../ledger/accounts.js';
import { DEBT_KINDS } from '../debts/debt.js';
import { SEASON_STATES } from '../seasons/season.js';
import { RUN_STATES } from '../runs/run.js';

test.each([
  ['account', Object.keys(ACCOUNTS)],
  ['debt', DEBT_KINDS],
  ['basis', BASIS_NAMES],
  ['state', [...SEASON_STATES, ...RUN_STATES]],
] as const)('every %s has its word in both languages', (vocabulary, codes) => {
  for (const language of ['es', 'en'] as const)
    expect(codes.filter((code) => wordFor(vocabulary, code, language) === undefined)).toEqual([]);
});

test('what the arithmetic refuses is said in words', () => {
  expect(CASE_CODES.filter((code) => !isFault(code))).toEqual([]);
});
