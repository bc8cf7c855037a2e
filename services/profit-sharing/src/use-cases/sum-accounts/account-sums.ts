import type { Transaction } from '@ayni/database/transaction';
import { ofSpan, spanValues, type Span } from '@ayni/database/running-totals';
import { statement } from '@ayni/database/statement';
import { isAccount } from '../../domain/accounts.js';
import type { AccountSum } from '../../domain/reports.js';

// parties first: the first bytes of an account's name tell too few rows apart for a sort that is quick
const sums = statement(
  'ledger balances',
  `SELECT account, party, sum(debit)::bigint AS debit, sum(credit)::bigint AS credit
   FROM ledger_totals WHERE ${ofSpan(1)}
   GROUP BY party, account ORDER BY party, account`,
);

type Row = Omit<AccountSum, 'account'> & { readonly account: string };

/** What was posted to each account and party over a span, the parties of an account in their order. */
export async function accountSums(tx: Transaction, span: Span): Promise<AccountSum[]> {
  const rows = await tx.query<Row>(sums, spanValues(span));
  return rows.map(({ account, ...sum }) => {
    if (!isAccount(account)) throw new Error(`no account ${account}`);
    return { account, ...sum };
  });
}
