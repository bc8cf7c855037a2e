import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { memberChanged, memberJoined, memberLeft, type DataOf, type EventOf } from '@ayni/contracts';
import type { Day } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { HandlerContext } from '@ayni/messaging/inbox/handler-context';
import { MemberEntity } from './member.entity.js';

const change = statement(
  'change member',
  `UPDATE members SET household = $2, name = $3 WHERE coop_id = current_setting('app.coop')::uuid AND number = $1`,
);

const leave = statement(
  'member leaves',
  `UPDATE members SET left_on = $2 WHERE coop_id = current_setting('app.coop')::uuid AND number = $1`,
);

const nameOf = ({ givenNames, surnames }: DataOf<typeof memberJoined>): string => `${givenNames} ${surnames}`;

/** Keeps the register that members writes: who belongs to which household, from when to when. */
@Controller()
export class MembersConsumer {
  @EventPattern<string>(memberJoined.type)
  async join(@Payload() events: readonly EventOf<typeof memberJoined>[], @Ctx() { tx }: HandlerContext): Promise<void> {
    const rows = events.map(({ data }) => ({
      number: data.number,
      household: data.household,
      name: nameOf(data),
      joinedOn: data.joinedOn as Day,
      leftOn: (data.leftOn ?? null) as Day | null,
    }));
    await tx.insert(MemberEntity, rows, { onConflict: 'nothing' });
  }

  @EventPattern<string>(memberChanged.type)
  async change(
    @Payload() events: readonly EventOf<typeof memberChanged>[],
    @Ctx() { tx }: HandlerContext,
  ): Promise<void> {
    for (const { data } of events) await tx.query(change, [data.number, data.household, nameOf(data)]);
  }

  @EventPattern<string>(memberLeft.type)
  async leave(@Payload() events: readonly EventOf<typeof memberLeft>[], @Ctx() { tx }: HandlerContext): Promise<void> {
    for (const { data } of events) await tx.query(leave, [data.number, data.leftOn]);
  }
}
