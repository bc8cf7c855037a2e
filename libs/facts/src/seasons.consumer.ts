import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { seasonClosed, seasonClosing, seasonOpened, type EventOf } from '@ayni/contracts';
import type { Day } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { HandlerContext } from '@ayni/messaging/inbox/handler-context';
import { BooksWatch } from './books-watch.js';
import { SeasonEntity, type SeasonState } from '@ayni/reference-data/seasons/season.entity';

const setState = statement(
  'set season state',
  `UPDATE seasons SET state = $2 WHERE coop_id = current_setting('app.coop')::uuid AND code = $1`,
);

const endAndShut = statement(
  'end season and shut its doors',
  `UPDATE seasons SET state = 'closing', until_day = $2 WHERE coop_id = current_setting('app.coop')::uuid AND code = $1`,
);

const alone = statement('lock co-op alone', `SELECT pg_advisory_xact_lock($1)`);

/** Keeps the seasons that profit-sharing opens, and shuts this service's doors when one closes. */
@Controller()
export class SeasonsConsumer {
  constructor(private readonly watch: BooksWatch) {}

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
   * Waits for every command that is writing a fact, and from this commit on refuses the next. A season may end sooner
   * than it was to: the days after it are free.
   */
  @EventPattern<string>(seasonClosing.type)
  async close(
    @Payload() events: readonly EventOf<typeof seasonClosing>[],
    @Ctx() context: HandlerContext,
  ): Promise<void> {
    await context.tx.query(alone, [context.tx.lockKey]);
    for (const { data } of events) {
      await context.tx.query(endAndShut, [data.code, data.until]);
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

  private async set({ tx }: HandlerContext, code: string, state: SeasonState): Promise<void> {
    await tx.query(setState, [code, state]);
  }
}
