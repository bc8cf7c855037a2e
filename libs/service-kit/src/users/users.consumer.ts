import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { accessEnded, userChanged, type EventOf } from '@ayni/contracts';
import { Standing } from '@ayni/http/auth/standing';
import { statement } from '@ayni/database/statement';
import type { HandlerContext } from '@ayni/messaging/inbox/handler-context';

const keep = statement(
  'keep user',
  `INSERT INTO users (coop_id, name, version, roles, member, active)
   VALUES (current_setting('app.coop')::uuid, $1, $2, $3::jsonb, $4, $5)
   ON CONFLICT (coop_id, name) DO UPDATE
     SET version = excluded.version, roles = excluded.roles, member = excluded.member, active = excluded.active
     WHERE users.version < excluded.version`,
);

const end = statement(
  'end access',
  `INSERT INTO ended_access (coop_id, access)
   SELECT current_setting('app.coop')::uuid, access FROM unnest($1::uuid[]) AS access ON CONFLICT DO NOTHING`,
);

/** Keeps who may still do what, as members tells it. */
@Controller()
export class UsersConsumer {
  constructor(private readonly standing: Standing) {}

  @EventPattern<string>(userChanged.type)
  async keep(@Payload() events: readonly EventOf<typeof userChanged>[], @Ctx() { tx }: HandlerContext): Promise<void> {
    for (const { data } of events)
      await tx.query(keep, [data.name, data.version, JSON.stringify(data.roles), data.member ?? null, data.active]);
    this.standing.forget();
  }

  @EventPattern<string>(accessEnded.type)
  async end(@Payload() events: readonly EventOf<typeof accessEnded>[], @Ctx() { tx }: HandlerContext): Promise<void> {
    await tx.query(end, [events.map(({ data }) => data.access)]);
    this.standing.forget();
  }
}
