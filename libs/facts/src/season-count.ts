import { booksCounted, type BooksCount, type ServiceName } from '@ayni/contracts';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { DayRange } from '@ayni/kernel';
import type { Cause } from '@ayni/messaging/outbox/cause';
import type { AnyBookTotals } from './totals.js';

/** What is asked about a season: on which of some days facts lie. `asked` is the question's place among its events. */
export type Question = { readonly season: string; readonly asked: number; readonly days: readonly DayRange[] };

const nextSeq = statement(
  'next seq of books',
  `UPDATE seasons SET books_seq = books_seq + 1 WHERE coop_id = current_setting('app.coop')::uuid AND code = $1
   RETURNING books_seq AS seq`,
);

/** Tells on which days of a season facts lie that a service wrote. */
export class SeasonCount {
  constructor(
    private readonly service: ServiceName,
    private readonly totals: AnyBookTotals,
  ) {}

  /** The transaction has shut the season's doors: what it finds is all that there is. */
  async tell(tx: Transaction, { season, asked, days }: Question, cause: Cause): Promise<void> {
    const found: BooksCount['days'] = [];
    for (const { daysOfFacts } of Object.values(this.totals.written))
      if (daysOfFacts) for (const range of days) found.push(...(await daysOfFacts(tx, range)));
    const { seq } = await tx.one<{ seq: number }>(nextSeq, [season]);
    tx.publish(booksCounted[this.service], `books/${season}`, seq, { season, asked, days: found }, cause);
  }
}
