import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import {
  seasonChanged,
  seasonChanging,
  seasonClosed,
  seasonClosing,
  seasonOpened,
  seasonReopened,
  seasonWithdrawn,
  type EventOf,
} from '@ayni/contracts';
import type { Day } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { HandlerContext } from '@ayni/messaging/inbox/handler-context';
import { BooksWatch } from './books-watch.js';
import { SeasonCount } from './season-count.js';
import { SeasonEntity, type SeasonState } from '@ayni/reference-data/seasons/season.entity';

const setState = statement(
  'set season state',
  `UPDATE seasons SET state = $2 WHERE coop_id = current_setting('app.coop')::uuid AND code = $1`,
);

const endAndShut = statement(
  'end season and shut its doors',
  `UPDATE seasons SET state = 'closing', until_day = $2, closing = $3 WHERE coop_id = current_setting('app.coop')::uuid AND code = $1`,
);

const change = statement(
  'change season and open its doors',
  `UPDATE seasons SET state = 'open', from_day = $2, until_day = $3
   WHERE coop_id = current_setting('app.coop')::uuid AND code = $1`,
);

// what its services told of its books was of the closing before
const reopen = statement(
  'open doors of season again',
  `UPDATE seasons SET state = 'open', books = NULL WHERE coop_id = current_setting('app.coop')::uuid AND code = $1`,
);

const withdraw = statement(
  'withdraw season',
  `DELETE FROM seasons WHERE coop_id = current_setting('app.coop')::uuid AND code = $1`,
);

const alone = statement('lock co-op alone', `SELECT pg_advisory_xact_lock($1)`);

/** Keeps the seasons that profit-sharing opens, and shuts this service's doors when one closes. */
@Controller()
export class SeasonsConsumer {
  constructor(
    private readonly watch: BooksWatch,
    private readonly count: SeasonCount,
  ) {}

  @EventPattern<string>(seasonOpened.type)
  async open(@Payload() events: readonly EventOf<typeof seasonOpened>[], @Ctx() { tx }: HandlerContext): Promise<void> {
    const rows = events.map(({ data }) => ({
      code: data.code,
      from: data.from as Day,
      until: data.until as Day,
      state: 'open' as const,
    }));
    await tx.insert(SeasonEntity, rows, { onConflict: 'nothing' });
  }

  /**
   * Waits for every command that is writing a fact, refuses the next from this commit on, and tells which facts lie on
   * the days that are asked about.
   */
  @EventPattern<string>(seasonChanging.type)
  async ask(
    @Payload() events: readonly EventOf<typeof seasonChanging>[],
    @Ctx() context: HandlerContext,
  ): Promise<void> {
    await context.tx.query(alone, [context.tx.lockKey]);
    for (const { data, aggregateseq, commandid } of events) {
      await this.set(context, data.code, 'changing');
      const days = data.asked.map(({ from, until }) => ({ from: from as Day, until: until as Day }));
      await this.count.tell(context.tx, { season: data.code, asked: aggregateseq, days }, { commandid });
    }
  }

  @EventPattern<string>(seasonChanged.type)
  async change(
    @Payload() events: readonly EventOf<typeof seasonChanged>[],
    @Ctx() { tx }: HandlerContext,
  ): Promise<void> {
    for (const { data } of events) await tx.query(change, [data.code, data.from, data.until]);
  }

  /** Its days are of no season again. */
  @EventPattern<string>(seasonWithdrawn.type)
  async withdraw(
    @Payload() events: readonly EventOf<typeof seasonWithdrawn>[],
    @Ctx() { tx }: HandlerContext,
  ): Promise<void> {
    for (const { data } of events) await tx.query(withdraw, [data.code]);
  }

  /**
   * Waits for every command that is writing a fact, and from this commit on refuses the next. A season may end sooner
   * than it was to: the days after it are free.
   */
  @EventPattern<string>(seasonClosing.type)
  async close(
    @Payload() events: readonly EventOf<typeof seasonClosing>[],
    @Ctx() context: HandlerContext,
  ): Promise<void> {
    await context.tx.query(alone, [context.tx.lockKey]);
    for (const { data, aggregateseq } of events) {
      await context.tx.query(endAndShut, [data.code, data.until, aggregateseq]);
      this.watch.watch(context.tx.coop, data.code);
    }
  }

  @EventPattern<string>(seasonClosed.type)
  async closed(
    @Payload() events: readonly EventOf<typeof seasonClosed>[],
    @Ctx() context: HandlerContext,
  ): Promise<void> {
    for (const { data } of events) await this.set(context, data.code, 'closed');
  }

  @EventPattern<string>(seasonReopened.type)
  async reopen(
    @Payload() events: readonly EventOf<typeof seasonReopened>[],
    @Ctx() { tx }: HandlerContext,
  ): Promise<void> {
    for (const { data } of events) {
      await tx.query(reopen, [data.code]);
      this.watch.reopened(tx.coop, data.code);
    }
  }

  private async set({ tx }: HandlerContext, code: string, state: SeasonState): Promise<void> {
    await tx.query(setState, [code, state]);
  }
}
