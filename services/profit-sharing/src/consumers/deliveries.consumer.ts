import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import {
  deliveryReceived,
  deliveryReceivedV2,
  deliveryReversed,
  deliveryReversedV2,
  type EventOf,
} from '@ayni/contracts';
import { stockQuantity, type Day } from '@ayni/kernel';
import type { HandlerContext } from '@ayni/messaging/inbox/handler-context';
import { PostDeliveries } from '../use-cases/post-deliveries/post-deliveries.use-case.js';

/** Keeps and posts what members delivered. */
@Controller()
export class DeliveriesConsumer {
  constructor(private readonly postDeliveries: PostDeliveries) {}

  @EventPattern<string[]>([deliveryReceived.type, deliveryReceivedV2.type])
  record(@Payload() events: readonly EventOf<typeof deliveryReceived>[], @Ctx() { tx }: HandlerContext): Promise<void> {
    const deliveries = events.map(({ data: { code, day, member, product, stockUnit, ...data } }) => ({
      code,
      day: day as Day,
      member,
      product,
      stockUnit,
      stockQuantity: stockQuantity(BigInt(data.stockQuantity)),
      amount: data.amount,
    }));
    return this.postDeliveries.record(tx, deliveries);
  }

  @EventPattern<string[]>([deliveryReversed.type, deliveryReversedV2.type])
  reverse(
    @Payload() events: readonly EventOf<typeof deliveryReversed>[],
    @Ctx() { tx }: HandlerContext,
  ): Promise<void> {
    return this.postDeliveries.takeBack(
      tx,
      events.map(({ data: { code, reason } }) => ({ code, reason })),
    );
  }
}
