import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { coopRegistered, type EventOf } from '@ayni/contracts';
import { placesOf } from '@ayni/kernel';
import type { HandlerContext } from '@ayni/messaging/inbox/handler-context';
import { CoopEntity } from './coop.entity.js';
import { COOP_KNOWN } from './known-coop.js';

/** Keeps the co-ops that members registers, and lets in what waited for one. */
@Controller()
export class CoopsConsumer {
  @EventPattern<string>(coopRegistered.type)
  async keep(
    @Payload() events: readonly EventOf<typeof coopRegistered>[],
    @Ctx() context: HandlerContext,
  ): Promise<void> {
    const rows = events.map(({ data }) => ({
      code: data.code,
      name: data.name,
      currency: data.currency as CoopEntity['currency'],
      timezone: data.timezone as CoopEntity['timezone'],
      places: placesOf(data.currency),
    }));
    await context.tx.insert(CoopEntity, rows, { onConflict: 'nothing' });
    context.release(COOP_KNOWN);
  }
}
