import {
  booksClosed,
  booksUnfinished,
  type BooksReport,
  type ServiceName,
  type UnfinishedReport,
} from '@ayni/contracts';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { Day, DayRange } from '@ayni/kernel';
import type { SeasonState } from '@ayni/reference-data/seasons/season.entity';
import { eventFlow, unappliedEvents, type EventFlow } from './event-flow.js';
import type { AnyBookTotals, TotalsByKind } from './totals.js';
import { unfinishedIn, type ListUnfinished } from './unfinished.js';

const lockSeason = statement(
  'lock season for its books',
  `SELECT from_day AS "from", until_day AS until, state, books::text, unfinished::text, books_seq AS seq, closing
   FROM seasons WHERE coop_id = current_setting('app.coop')::uuid AND code = $1 FOR UPDATE`,
);

const keepBooks = statement(
  'keep books',
  `UPDATE seasons SET books = $2::json, books_seq = $3
   WHERE coop_id = current_setting('app.coop')::uuid AND code = $1`,
);

const keepUnfinished = statement(
  'keep unfinished books',
  `UPDATE seasons SET unfinished = $2::json, books_seq = $3
   WHERE coop_id = current_setting('app.coop')::uuid AND code = $1`,
);

type Row = {
  readonly from: Day;
  readonly until: Day;
  readonly state: SeasonState;
  readonly books: string | null;
  readonly unfinished: string | null;
  readonly seq: number;
  /** By which season-closing it closes; null where that came to an earlier release. */
  readonly closing: number | null;
};

/** What a report of a season found and did. */
export type Reported = {
  readonly state: SeasonState;
  readonly published: boolean;
  /** Whether events wait or are parked: others than commands and events of this service may change that. */
  readonly stuck: boolean;
};

/** Tells what a service's books of a season say, as often as that changes. */
export class SeasonBooks {
  private readonly unfinished: readonly ListUnfinished[];
  private readonly unfinishedEvent;

  /** @param unfinished what it lists beside the days of no season that its own facts lie on */
  constructor(
    private readonly service: ServiceName,
    private readonly totals: AnyBookTotals,
    unfinished: readonly ListUnfinished[],
  ) {
    const days = Object.values(totals.written).map(({ daysOfNoSeason }) => daysOfNoSeason);
    this.unfinished = [...unfinished, ...days.filter((each) => each !== undefined)];
    this.unfinishedEvent = service === 'profit-sharing' ? undefined : booksUnfinished[service];
  }

  /** Whether it tells what is unfinished in open seasons: profit-sharing asks its own books when it wants to know. */
  get tellsOfOpen(): boolean {
    return this.unfinishedEvent !== undefined;
  }

  /**
   * Publishes what is unfinished of a season that is not closed and, while it closes, what was written and applied of
   * it; each only where it changed. What is unfinished goes first: whoever has the totals has that as well.
   */
  async report(tx: Transaction, season: string): Promise<Reported> {
    const [row] = await tx.query<Row>(lockSeason, [season]);
    // it may have been withdrawn since it was looked up
    if (!row || row.state === 'closed') return { state: 'closed', published: false, stuck: false };
    const flow = await eventFlow(tx);
    const unfinishedAt = await this.tellUnfinished(tx, season, row, flow);
    const closedAt =
      row.state === 'closing' ? await this.tellTotals(tx, season, { ...row, seq: unfinishedAt }, flow) : unfinishedAt;
    return { state: row.state, published: closedAt > row.seq, stuck: flow.parked + flow.waiting > 0 };
  }

  /** @returns the seq of the last report */
  private async tellUnfinished(tx: Transaction, season: string, row: Row, flow: EventFlow): Promise<number> {
    if (this.unfinishedEvent === undefined) return row.seq;
    const things = [...(await unfinishedIn(tx, row, this.unfinished)), ...unappliedEvents(this.service, flow)];
    const report: UnfinishedReport = { season, things };
    const text = JSON.stringify(report);
    if (text === row.unfinished || (row.unfinished === null && things.length === 0)) return row.seq;
    const seq = row.seq + 1;
    await tx.query(keepUnfinished, [season, text, seq]);
    tx.publish(this.unfinishedEvent, `books/${season}`, seq, report);
    return seq;
  }

  private async tellTotals(tx: Transaction, season: string, row: Row, { drops, ...flow }: EventFlow): Promise<number> {
    const books: BooksReport = {
      season,
      written: await summed(tx, row, this.totals.written),
      applied: await summed(tx, row, this.totals.applied),
      ...flow,
      ...(drops === null ? {} : { drops }),
      ...(row.closing === null ? {} : { closing: row.closing }),
    };
    const text = JSON.stringify(books);
    if (text === row.books) return row.seq;
    const seq = row.seq + 1;
    await tx.query(keepBooks, [season, text, seq]);
    tx.publish(booksClosed[this.service], `books/${season}`, seq, books);
    return seq;
  }
}

async function summed(
  tx: Transaction,
  season: DayRange,
  totals: TotalsByKind,
): Promise<Record<string, Record<string, string>>> {
  const sums: Record<string, Record<string, string>> = {};
  for (const [kind, total] of Object.entries(totals))
    sums[kind] = Object.fromEntries(
      Object.entries(await total(tx, season)).map(([measure, sum]) => [measure, sum.toString()]),
    );
  return sums;
}
