import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { coopRegistered, type EventOf } from '@ayni/contracts';
import type { Delivery } from '@ayni/messaging/inbox/delivery';
import { CoopEntity } from './coop.entity.js';
import { COOP_KNOWN } from './known-coop.js';

/** Keeps the co-ops that members registers, and lets in what waited for one. */
@Controller()
export class CoopsConsumer {
  @EventPattern<string>(coopRegistered.type)
  async keep(@Payload() events: readonly EventOf<typeof coopRegistered>[], @Ctx() delivery: Delivery): Promise<void> {
    const rows = events.map(({ data }) => ({
      code: data.code,
      name: data.name,
      currency: data.currency as CoopEntity['currency'],
      timezone: data.timezone as CoopEntity['timezone'],
    }));
    await delivery.tx.insert(CoopEntity, rows, { onConflict: 'nothing' });
    delivery.release(COOP_KNOWN);
  }
}
