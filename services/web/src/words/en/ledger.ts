import type { ledger as spanish } from '../es/ledger.js';
import type { WordsOf } from '../words-of.js';

/** Words of the ledger. */
export const ledger: WordsOf<typeof spanish> = {
  title: 'Ledger',
  balances: 'Balances',
  entries: 'Entries',
  on: 'On the day',
  account: 'Account',
  debit: 'Debit',
  credit: 'Credit',
  balance: 'Balance',
  from: 'From',
  to: 'To',
  source: 'Where it comes from',
  code: 'Document',
  day: 'Day',
  amount: 'Amount',
  lines: 'Accounts',
  line: '{account}: {side} {amount}',
  debitSide: 'debit',
  creditSide: 'credit',
  reversal: 'reversal',
  none: 'There are no entries yet. They come by themselves of sales, expenses and deliveries.',
};
