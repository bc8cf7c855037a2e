import { addDays, formatAmount, type Day } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { ofSpan, spanValues } from '@ayni/database/running-totals';
import { statement } from '@ayni/database/statement';
import { ACCOUNTS, growsByDebit, isAccount, type AccountKind } from '../../domain/accounts.js';

/** An account, or one party's part of it, as of a day. */
export type Balance = {
  readonly account: string;
  readonly party: string | null;
  readonly kind: AccountKind;
  readonly debit: string;
  readonly credit: string;
  /** On the side on which the account grows. */
  readonly balance: string;
};

const sums = statement(
  'ledger balances',
  `SELECT account, party, sum(debit)::bigint AS debit, sum(credit)::bigint AS credit
   FROM ledger_totals WHERE ${ofSpan(1)}
   GROUP BY account, party ORDER BY account, party`,
);

/** Every account of the ledger with all that was posted up to a day. */
export async function sumAccounts(tx: Transaction, on: Day): Promise<Balance[]> {
  type Row = { account: string; party: string; debit: bigint; credit: bigint };
  const rows = await tx.query<Row>(sums, spanValues({ until: addDays(on, 1) }));
  return rows.map(({ account, party, debit, credit }) => {
    if (!isAccount(account)) throw new Error(`no account ${account}`);
    return {
      account,
      party: party === '' ? null : party,
      kind: ACCOUNTS[account],
      debit: formatAmount(debit),
      credit: formatAmount(credit),
      balance: formatAmount(growsByDebit(account) ? debit - credit : credit - debit),
    };
  });
}
