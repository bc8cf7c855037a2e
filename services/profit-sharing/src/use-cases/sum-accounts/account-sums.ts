import type { Transaction } from '@ayni/database/transaction';
import { ofSpan, spanValues, type Span } from '@ayni/database/running-totals';
import { statement } from '@ayni/database/statement';
import type { Day } from '@ayni/kernel';
import type { Account } from '../../domain/ledger/accounts.js';
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

// a row for each account: a driver takes longer to read thousands of rows than a database to join them. What a party has by
// several kinds of document follows one another, to be added up by whoever reads it: for the database each sum is dearer than a row
const sumsOfAllDays = statement(
  'ledger balances of all days',
  `SELECT account, string_agg(party, E'\\n') AS parties,
     string_agg(debit::text, ',') AS debits, string_agg(credit::text, ',') AS credits
   FROM (
     SELECT account, party, debit, credit
     FROM account_totals WHERE coop_id = (SELECT current_setting('app.coop')::uuid)
     ORDER BY account, party) s
   GROUP BY account ORDER BY account`,
);

type OfAllDays = Pick<AccountSum, 'account'> & {
  readonly parties: string;
  readonly debits: string;
  readonly credits: string;
};

const readReleased = statement('assets released over days', RELEASED_ASSETS);

/**
 * What was posted to each account and party over a span, and what of assets is released in it, the parties of an account
 * in their order.
 */
export async function accountSums(tx: Transaction, span: Span): Promise<readonly AccountSum[]> {
  const [posted, released] = await Promise.all([postedOver(tx, span), releasedOver(tx, span)]);
  return released.length === 0 ? posted : added(posted, released);
}

function postedOver(tx: Transaction, span: Span): Promise<readonly AccountSum[]> {
  const { from, until } = span;
  const isNow = from === undefined && until !== undefined && until >= tx.now.toISOString().slice(0, until.length);
  return isNow ? postedUntil(tx, until) : tx.query<AccountSum>(sums, spanValues(span));
}

/** All that was ever posted, of however many years, less the little of days to come. */
async function postedUntil(tx: Transaction, until: Day): Promise<readonly AccountSum[]> {
  const [accounts, later] = await Promise.all([
    tx.map(sumsOfAllDays, sumsOfParties),
    tx.query<AccountSum>(sums, spanValues({ from: until })),
  ]);
  const all = accounts.flat();
  if (later.length === 0) return all;
  const less = later.map((sum) => ({ ...sum, debit: -sum.debit, credit: -sum.credit }));
  return added(all, less).filter(({ debit, credit }) => debit !== 0n || credit !== 0n);
}

/** The sum of each party of an account. */
function sumsOfParties({ account, parties, debits, credits }: OfAllDays): AccountSum[] {
  const [debitOf, creditOf] = [debits.split(','), credits.split(',')];
  const sums: AccountSum[] = [];
  let last: { debit: bigint; credit: bigint; readonly account: Account; readonly party: string } | undefined;
  parties.split('\n').forEach((party, i) => {
    const [debit, credit] = [amountOf(debitOf[i]), amountOf(creditOf[i])];
    if (last?.party === party) {
      last.debit += debit;
      last.credit += credit;
    } else sums.push((last = { account, party, debit, credit }));
  });
  return sums;
}

/** Most parts stand on one side alone, and to read a number is dearer than to compare. */
const amountOf = (text = '0'): bigint => (text === '0' ? 0n : BigInt(text));

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
