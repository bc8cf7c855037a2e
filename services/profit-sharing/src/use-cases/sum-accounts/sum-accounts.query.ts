import { formatAmount, type Day } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
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
  `SELECT l.account, l.party, sum(l.debit)::bigint AS debit, sum(l.credit)::bigint AS credit
   FROM ledger_lines l JOIN ledger_entries e USING (coop_id, source, code, posting)
   WHERE l.coop_id = current_setting('app.coop')::uuid AND e.day <= $1
   GROUP BY l.account, l.party ORDER BY l.account, l.party`,
);

/** Every account of the ledger with all that was posted up to a day. */
export async function sumAccounts(tx: Transaction, on: Day): Promise<Balance[]> {
  const rows = await tx.query<{ account: string; party: string; debit: bigint; credit: bigint }>(sums, [on]);
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
