import type { accounts as spanish } from '../es/accounts.js';
import type { WordsOf } from '../words-of.js';

export const accounts: WordsOf<typeof spanish> = {
  title: 'Accounts of families and members',
  text: 'All that is between the co-op and each of them: what she put in, was given, owes and is owed.',
  part: 'Accounts',
  hers: 'Her account',
  by: 'By',
  byFamily: 'Family, with its members',
  byMember: 'Member',
  owed: 'Owed to it',
  capital: 'Put in as capital',
  debts: 'Owes',
  balance: 'Balance',
  inFavour: 'in favour',
  against: 'against',
  of: 'Account of {name}',
  toFamily: 'The account of her family',
  toAll: 'All accounts',
  noLines: 'Nothing stands in this account yet.',
  paper: 'Paper',
  run: 'Shares of {season}',
  debit: 'Against',
  creditSide: 'In favour',
  left: 'Left of',
};
