import type { Transaction } from '@ayni/database/transaction';
import { ofSpan, spanValues, type Span } from '@ayni/database/running-totals';
import { statement } from '@ayni/database/statement';
import { isAccount } from '../../domain/ledger/accounts.js';
import type { Line } from '../../domain/ledger/entry.js';
import type { AccountSum } from '../../domain/ledger/reports.js';
import { RELEASED_ASSETS, releasesOf, type ReleasedAsset } from '../../facts/released-assets.js';

// parties first: the first bytes of an account's name tell too few rows apart for a sort that is quick
const sums = statement(
  'ledger balances',
  `SELECT account, party, sum(debit)::bigint AS debit, sum(credit)::bigint AS credit
   FROM ledger_totals WHERE ${ofSpan(1)}
   GROUP BY party, account ORDER BY party, account`,
);

const readReleased = statement('assets released over days', RELEASED_ASSETS);

type Row = Omit<AccountSum, 'account'> & { readonly account: string };

/**
 * What was posted to each account and party over a span, and what of assets is released in it, the parties of an account
 * in their order.
 */
export async function accountSums(tx: Transaction, span: Span): Promise<AccountSum[]> {
  const [rows, released] = await Promise.all([tx.query<Row>(sums, spanValues(span)), releasedOver(tx, span)]);
  const posted = rows.map(({ account, ...sum }) => {
    if (!isAccount(account)) throw new Error(`no account ${account}`);
    return { account, ...sum };
  });
  return released.length === 0 ? posted : added(posted, released);
}

/** What is released of assets over a span whose last day is known. */
export async function releasedOver(tx: Transaction, { from, until }: Span): Promise<Line[]> {
  if (until === undefined) return [];
  return releasesOf(await tx.query<ReleasedAsset>(readReleased, [until]), { from, until });
}

function added(sums: readonly AccountSum[], lines: readonly Line[]): AccountSum[] {
  const all = new Map<string, AccountSum>();
  for (const { account, party, debit, credit } of [...sums, ...lines]) {
    const key = JSON.stringify([party, account]);
    const known = all.get(key);
    all.set(key, { account, party, debit: debit + (known?.debit ?? 0n), credit: credit + (known?.credit ?? 0n) });
  }
  return [...all.values()].sort((one, other) => (one.party === other.party ? 0 : one.party < other.party ? -1 : 1));
}
