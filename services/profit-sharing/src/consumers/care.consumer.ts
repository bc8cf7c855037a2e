import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { careTotalled, type EventOf } from '@ayni/contracts';
import type { Day } from '@ayni/kernel';
import type { HandlerContext } from '@ayni/messaging/inbox/handler-context';
import { KeepCare } from '../use-cases/keep-care/keep-care.use-case.js';

/** Keeps what members cared for by day. */
@Controller()
export class CareConsumer {
  constructor(private readonly keepCare: KeepCare) {}

  @EventPattern<string>(careTotalled.type)
  keep(@Payload() events: readonly EventOf<typeof careTotalled>[], @Ctx() { tx }: HandlerContext): Promise<void> {
    return this.keepCare.run(
      tx,
      events.map(({ data: { member, day, minutes } }) => ({ member, day: day as Day, minutes })),
    );
  }
}
