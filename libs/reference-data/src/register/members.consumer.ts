import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import {
  memberChanged,
  memberJoined,
  memberJoinedV2,
  memberLeft,
  memberReturned,
  type DataOf,
  type EventOf,
} from '@ayni/contracts';
import type { Day } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { HandlerContext } from '@ayni/messaging/inbox/handler-context';
import { MemberEntity } from './member.entity.js';
import { multirange, rangeOf } from './periods.js';

const change = statement(
  'change member',
  `UPDATE members SET household = $2, name = $3 WHERE coop_id = current_setting('app.coop')::uuid AND number = $1`,
);

const leave = statement(
  'member leaves',
  `UPDATE members SET left_on = $2, periods = periods * datemultirange(daterange(NULL, $2::date, '(]'))
   WHERE coop_id = current_setting('app.coop')::uuid AND number = $1`,
);

const comeBack = statement(
  'member comes back',
  `UPDATE members SET left_on = $2, periods = periods + datemultirange($3::daterange),
     uncounted = uncounted + $4::datemultirange
   WHERE coop_id = current_setting('app.coop')::uuid AND number = $1`,
);

const nameOf = ({ givenNames, surnames }: DataOf<typeof memberJoined>): string => `${givenNames} ${surnames}`;

/** Keeps the register that members writes: who belongs to which household, from when to when. */
@Controller()
export class MembersConsumer {
  @EventPattern<string>(memberJoined.type)
  async join(@Payload() events: readonly EventOf<typeof memberJoined>[], @Ctx() { tx }: HandlerContext): Promise<void> {
    await this.keep(
      tx,
      events.map(({ data }) => ({ ...data, uncounted: [] })),
    );
  }

  @EventPattern<string>(memberJoinedV2.type)
  async joinLate(
    @Payload() events: readonly EventOf<typeof memberJoinedV2>[],
    @Ctx() { tx }: HandlerContext,
  ): Promise<void> {
    await this.keep(
      tx,
      events.map(({ data }) => data),
    );
  }

  @EventPattern<string>(memberReturned.type)
  async comeBack(
    @Payload() events: readonly EventOf<typeof memberReturned>[],
    @Ctx() { tx }: HandlerContext,
  ): Promise<void> {
    for (const { data } of events) {
      const period = { joinedOn: data.joinedOn as Day, leftOn: (data.leftOn ?? null) as Day | null };
      await tx.query(comeBack, [data.number, period.leftOn, rangeOf(period), multirange(data.uncounted)]);
    }
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

  private async keep(tx: Transaction, members: readonly DataOf<typeof memberJoinedV2>[]): Promise<void> {
    const rows = members.map((member) => {
      const period = { joinedOn: member.joinedOn as Day, leftOn: (member.leftOn ?? null) as Day | null };
      return {
        number: member.number,
        household: member.household,
        name: nameOf(member),
        ...period,
        periods: `{${rangeOf(period)}}`,
        uncounted: multirange(member.uncounted),
      };
    });
    await tx.insert(MemberEntity, rows, { onConflict: 'nothing' });
  }
}
