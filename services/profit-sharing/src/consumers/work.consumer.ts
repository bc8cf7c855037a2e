import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { workConfirmed, workReversed, type EventOf } from '@ayni/contracts';
import type { Day } from '@ayni/kernel';
import type { HandlerContext } from '@ayni/messaging/inbox/handler-context';
import { KeepWork } from '../use-cases/keep-work/keep-work.use-case.js';

/** Keeps confirmed work, which is a weight of the shares. */
@Controller()
export class WorkConsumer {
  constructor(private readonly keepWork: KeepWork) {}

  @EventPattern<string>(workConfirmed.type)
  keep(@Payload() events: readonly EventOf<typeof workConfirmed>[], @Ctx() { tx }: HandlerContext): Promise<void> {
    const work = events.map(({ data: { code, day, member, minutes } }) => ({ code, day: day as Day, member, minutes }));
    return this.keepWork.record(tx, work);
  }

  @EventPattern<string>(workReversed.type)
  reverse(@Payload() events: readonly EventOf<typeof workReversed>[], @Ctx() { tx }: HandlerContext): Promise<void> {
    return this.keepWork.takeBack(
      tx,
      events.map(({ data: { code, reason } }) => ({ code, reason })),
    );
  }
}
