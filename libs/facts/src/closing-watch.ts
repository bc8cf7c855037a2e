import { booksClosed, type BooksReport, type ServiceName } from '@ayni/contracts';
import { parseCoopId, type CoopId, type Day, type DayRange } from '@ayni/kernel';
import type { AnyBookTotals, TotalsByKind } from './totals.js';
import type { Database } from '@ayni/database/database';
import type { SeasonState } from '@ayni/reference-data/seasons/season.entity';
import type { Transaction } from '@ayni/database/transaction';
import { Loop } from '@ayni/messaging/loop';
import { newCommandId } from '@ayni/database/new-id';
import { statement } from '@ayni/database/statement';
import type { DataSource } from 'typeorm';

const NET_MS = 1_000;
/** How often a worker looks for closings that another worker of its service was told of, and may have died with. */
const LOOK_MS = 10_000;
const RETRY_MS = 2_000;

const DROPS_MAX = 100;

const lockSeason = statement(
  'lock closing season',
  `SELECT from_day AS "from", until_day AS until, state, books::text, books_seq
   FROM seasons WHERE coop_id = current_setting('app.coop')::uuid AND code = $1 FOR UPDATE`,
);

const flow = statement(
  'flow of co-op',
  `SELECT
     (SELECT count(*)::int FROM outbox WHERE coop_id = current_setting('app.coop')::uuid
        AND position IS NULL AND type NOT LIKE '%.books-closed.%') AS unpublished,
     count(*) FILTER (WHERE state = 'parked')::int AS parked,
     count(*) FILTER (WHERE state = 'waiting')::int AS waiting,
     count(*) FILTER (WHERE state = 'dropped')::int AS dropped,
     (SELECT json_agg(d) FROM (
        SELECT type, aggregate, COALESCE(reason, '') AS reason FROM inbox
        WHERE coop_id = current_setting('app.coop')::uuid AND state = 'dropped'
        ORDER BY arrived_at, event_id LIMIT ${DROPS_MAX}) AS d) AS drops
   FROM inbox WHERE coop_id = current_setting('app.coop')::uuid AND state <> 'applied'`,
);

const keepBooks = statement(
  'keep books',
  `UPDATE seasons SET books = $2::json, books_seq = books_seq + 1
   WHERE coop_id = current_setting('app.coop')::uuid AND code = $1`,
);

type Flowing = Pick<BooksReport, 'unpublished' | 'parked' | 'waiting' | 'dropped'> & {
  readonly drops: NonNullable<BooksReport['drops']> | null;
};

/**
 * While a season closes, publishes what this service wrote and applied of it, and again whenever
 * that changes. The totals are queries made then, not counters on the hot path.
 */
export class ClosingWatch {
  private readonly loop: Loop;
  private readonly closing = new Map<string, { coop: CoopId; season: string }>();
  private lookedAt = 0;

  constructor(
    private readonly service: ServiceName,
    private readonly source: DataSource,
    private readonly database: Database,
    private readonly totals: AnyBookTotals,
    private readonly onPublished: () => void,
    onFault: (error: unknown) => void,
  ) {
    this.loop = new Loop(() => this.step(), onFault, RETRY_MS);
  }

  /** Takes up the seasons that were closing when the process ended. */
  async start(): Promise<void> {
    await this.look();
    this.loop.start();
  }

  watch(coop: CoopId, season: string): void {
    this.closing.set(`${coop} ${season}`, { coop, season });
    this.loop.ring();
  }

  /** Something was applied or handed on: what was reported may have changed. */
  ring(): void {
    if (this.closing.size > 0) this.loop.ring();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  private async look(): Promise<void> {
    this.lookedAt = performance.now();
    const rows: unknown = await this.source.query('SELECT coop_id, code FROM closing_seasons()');
    for (const row of Array.isArray(rows) ? rows : [])
      this.watch(parseCoopId(String(Reflect.get(row, 'coop_id'))), String(Reflect.get(row, 'code')));
  }

  private async step(): Promise<void> {
    for (const [key, { coop, season }] of this.closing)
      if (!(await this.report(coop, season))) this.closing.delete(key);
    await this.loop.wait(this.closing.size > 0 ? NET_MS : LOOK_MS);
    if (performance.now() - this.lookedAt > LOOK_MS) await this.look();
  }

  /** Whether the season is still to be watched; the consumer that asked for it may not have committed yet. */
  private async report(coop: CoopId, season: string): Promise<boolean> {
    let published = false;
    const watched = await this.database.transaction(coop, newCommandId(), { lock: 'none' }, async (tx) => {
      const row = await tx.one<{ from: Day; until: Day; state: SeasonState; books: string | null; books_seq: number }>(
        lockSeason,
        [season],
      );
      if (row.state !== 'closing') return row.state === 'open';
      const books = await this.books(tx, season, row);
      const text = JSON.stringify(books);
      if (text !== row.books) {
        await tx.query(keepBooks, [season, text]);
        tx.publish(booksClosed[this.service], `books/${season}`, row.books_seq + 1, books);
        published = true;
      }
      return true;
    });
    if (published) this.onPublished();
    return watched;
  }

  private async books(tx: Transaction, season: string, days: DayRange): Promise<BooksReport> {
    const { drops, ...flowing } = await tx.one<Flowing>(flow);
    return {
      season,
      written: await summed(tx, days, this.totals.written),
      applied: await summed(tx, days, this.totals.applied),
      ...flowing,
      ...(drops === null ? {} : { drops }),
    };
  }
}

async function summed(
  tx: Transaction,
  season: DayRange,
  totals: TotalsByKind,
): Promise<Record<string, Record<string, string>>> {
  const summed: Record<string, Record<string, string>> = {};
  for (const [kind, total] of Object.entries(totals))
    summed[kind] = Object.fromEntries(
      Object.entries(await total(tx, season)).map(([measure, sum]) => [measure, sum.toString()]),
    );
  return summed;
}
