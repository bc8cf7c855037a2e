import { decimalOf, unitsOf } from '../../words/reckon.js';

type SumOfParty<Account extends string> = {
  readonly account: Account;
  readonly party: string | null;
  readonly debit: string;
  readonly credit: string;
  readonly balance: string;
};

/** An account with all its parts in one, and how many have one; at least one row of one account is given. */
export function wholeOf<Account extends string>(
  rows: readonly SumOfParty<Account>[],
  places: number,
): SumOfParty<Account> & { readonly parts: number } {
  const [first] = rows;
  if (!first) throw new Error('An account without a row');
  const sum = (name: 'debit' | 'credit' | 'balance'): string =>
    decimalOf(
      rows.reduce((total, row) => total + (unitsOf(row[name], places) ?? 0n), 0n),
      places,
    );
  return {
    account: first.account,
    party: null,
    debit: sum('debit'),
    credit: sum('credit'),
    balance: sum('balance'),
    parts: rows.filter(({ party }) => party !== null).length,
  };
}
