import type { Day, DayRange } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { allInOrder } from '@ayni/database/all-in-order';
import { ofSpan, spanValues } from '@ayni/database/running-totals';
import { statement } from '@ayni/database/statement';
import { growsByDebit, type Account } from '../domain/ledger/accounts.js';
import type { Entry, Line, Source } from '../domain/ledger/entry.js';
import type { SeasonFigures } from '../domain/runs/figures.js';
import { RELEASED_ASSETS, releasesOf, type ReleasedAsset } from '../facts/released-assets.js';
import { LedgerPort } from '../domain/ledger/ledger.port.js';
import { LedgerEntryEntity, LedgerLineEntity, type Posting } from './ledger.entity.js';
import { ACCOUNT_TOTALS, ENTRY_TOTALS, LEDGER_TOTALS } from './ledger-totals.js';

const reverseEntries = statement(
  'reverse ledger entries',
  `INSERT INTO ledger_entries (coop_id, source, code, posting, day, amount, items, posted_at)
   SELECT coop_id, source, code, 'reversal', COALESCE($4::date, day), amount, items, $3
   FROM ledger_entries WHERE coop_id = current_setting('app.coop')::uuid AND source = $1 AND code = ANY($2::text[])
     AND posting = 'record'
   RETURNING source, code, day, items`,
);

const reverseLines = statement(
  'reverse ledger lines',
  `INSERT INTO ledger_lines (coop_id, source, code, posting, line, account, party, debit, credit)
   SELECT coop_id, source, code, 'reversal', line, account, party, credit, debit
   FROM ledger_lines WHERE coop_id = current_setting('app.coop')::uuid AND source = $1 AND code = ANY($2::text[])
     AND posting = 'record'
   RETURNING code, account, party, debit, credit`,
);

const readBalance = statement(
  'balance of an account',
  `SELECT COALESCE(sum(debit - credit), 0)::bigint AS balance FROM ledger_totals WHERE ${ofSpan(1)} AND account = $5`,
);

const readFigures = statement(
  'ledger figures',
  `SELECT posted.*, receipts.* FROM (
     SELECT
       COALESCE(sum(credit - debit) FILTER (WHERE account IN ('sales-revenue', 'cash-over', 'asset-gains')), 0)::bigint AS revenue,
       COALESCE(sum(debit - credit) FILTER (WHERE account = 'produce-purchases'), 0)::bigint AS "deliveriesCost",
       COALESCE(sum(debit - credit) FILTER (WHERE account IN ('expenses', 'cash-short', 'write-offs', 'asset-losses')), 0)::bigint AS "ownExpenses",
       COALESCE(sum(debit - credit) FILTER (WHERE source IN ('expense', 'grant-write-off')
         AND account IN ('restricted-funds', 'donated-funds', 'grants-receivable')), 0)::bigint AS "restrictedExpenses"
     FROM ledger_totals WHERE ${ofSpan(1)}
   ) posted, (
     SELECT COALESCE(sum(entries), 0)::int AS receipts, COALESCE(sum(items), 0)::int AS "saleLines"
     FROM entry_totals WHERE source = 'sale' AND ${ofSpan(1)}
   ) receipts`,
);

const countFigures = statement(
  'ledger figures counted',
  `SELECT posted.*, receipts.* FROM (
     SELECT
       COALESCE(sum(l.credit - l.debit) FILTER (WHERE l.account IN ('sales-revenue', 'cash-over', 'asset-gains')), 0)::bigint AS revenue,
       COALESCE(sum(l.debit - l.credit) FILTER (WHERE l.account = 'produce-purchases'), 0)::bigint AS "deliveriesCost",
       COALESCE(sum(l.debit - l.credit) FILTER (WHERE l.account IN ('expenses', 'cash-short', 'write-offs', 'asset-losses')), 0)::bigint AS "ownExpenses",
       COALESCE(sum(l.debit - l.credit) FILTER (WHERE e.source IN ('expense', 'grant-write-off')
         AND l.account IN ('restricted-funds', 'donated-funds', 'grants-receivable')), 0)::bigint AS "restrictedExpenses"
     FROM ledger_entries e JOIN ledger_lines l USING (coop_id, source, code, posting)
     WHERE e.coop_id = current_setting('app.coop')::uuid AND e.day >= $1 AND e.day < $2
   ) posted, (
     SELECT COALESCE(sum(sign), 0)::int AS receipts, COALESCE(sum(sign * items), 0)::int AS "saleLines"
     FROM (SELECT items, CASE posting WHEN 'record' THEN 1 ELSE -1 END AS sign FROM ledger_entries
           WHERE coop_id = current_setting('app.coop')::uuid AND source = 'sale' AND day >= $1 AND day < $2) s
   ) receipts`,
);

const readReleased = statement('assets released in a season', RELEASED_ASSETS);

type Reversed = Pick<LedgerEntryEntity, 'source' | 'code' | 'day' | 'items'>;
type ReversedLine = Pick<LedgerLineEntity, 'code' | 'account' | 'party' | 'debit' | 'credit'>;

/** The journal in PostgreSQL: a batch of any size is two statements, and its totals. */
export class PostgresLedger extends LedgerPort {
  post(tx: Transaction, entries: readonly Entry[]): Promise<void> {
    return this.write(tx, entries, 'record');
  }

  takeBackBy(tx: Transaction, entry: Entry): Promise<void> {
    return this.write(tx, [entry], 'reversal');
  }

  private async write(tx: Transaction, entries: readonly Entry[], posting: Posting): Promise<void> {
    const times = posting === 'record' ? 1n : -1n;
    const postedAt = tx.now.toISOString();
    const entryRows = entries.map(({ source, code, day, amount, items }) => {
      return { source, code, posting, day, amount, items, postedAt };
    });
    const lineRows = entries.flatMap(({ source, code, lines }) =>
      lines.map((line, i) => ({ source, code, posting, line: i + 1, ...line })),
    );
    await allInOrder([tx.insert(LedgerEntryEntity, entryRows), tx.insert(LedgerLineEntity, lineRows)]);
    for (const { source, day, lines, items } of entries) {
      addLines(
        tx,
        lines.map((line) => ({ ...line, source, day })),
      );
      tx.addAtEnd(ENTRY_TOTALS, [{ source, day, entries: times, items: times * BigInt(items) }]);
    }
  }

  async takeBack(tx: Transaction, source: Source, codes: readonly string[], on?: Day): Promise<void> {
    const found = await tx.query<Reversed>(reverseEntries, [source, codes, tx.now.toISOString(), on ?? null]);
    if (found.length !== codes.length)
      throw new Error(`of ${codes.length} ${source} entries ${found.length} were posted`);
    const dayOf = new Map(found.map(({ code, day }) => [code, day]));
    for (const { code, ...line } of await tx.query<ReversedLine>(reverseLines, [source, codes])) {
      const day = dayOf.get(code);
      if (day) addLines(tx, [{ ...line, source, day }]);
    }
    tx.addAtEnd(
      ENTRY_TOTALS,
      found.map(({ day, items }) => ({ source, day, entries: -1n, items: BigInt(-items) })),
    );
  }

  async balance(tx: Transaction, account: Account, span: { readonly until?: Day } = {}): Promise<bigint> {
    const { balance } = await tx.one<{ readonly balance: bigint }>(readBalance, [...spanValues(span), account]);
    return growsByDebit(account) ? balance : -balance;
  }

  async figures(tx: Transaction, { from, until }: DayRange): Promise<SeasonFigures> {
    return withReleases(tx, { from, until }, await tx.one<SeasonFigures>(readFigures, spanValues({ from, until })));
  }

  async countedFigures(tx: Transaction, { from, until }: DayRange): Promise<SeasonFigures> {
    return withReleases(tx, { from, until }, await tx.one<SeasonFigures>(countFigures, [from, until]));
  }
}

/** Adds lines to all totals that are kept of them. */
function addLines(tx: Transaction, lines: readonly (Line & { readonly source: Source; readonly day: Day })[]): void {
  tx.addAtEnd(LEDGER_TOTALS, lines);
  tx.addAtEnd(ACCOUNT_TOTALS, lines);
}

/** The own part of what assets are released is a cost of the season, with what was posted. */
async function withReleases(tx: Transaction, span: DayRange, figures: SeasonFigures): Promise<SeasonFigures> {
  const assets = await tx.query<ReleasedAsset>(readReleased, [span.until]);
  const released = releasesOf(assets, span).filter(({ account }) => account === 'asset-release');
  const own = released.reduce((sum, { debit, credit }) => sum + debit - credit, 0n);
  return { ...figures, ownExpenses: figures.ownExpenses + own };
}
