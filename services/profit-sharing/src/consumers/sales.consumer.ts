import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { saleRecorded, saleRecordedV2, saleReversed, saleReversedV2, type EventOf } from '@ayni/contracts';
import type { Day } from '@ayni/kernel';
import type { HandlerContext } from '@ayni/messaging/inbox/handler-context';
import { PostSales } from '../use-cases/post-sales/post-sales.use-case.js';

/** Posts what sales wrote. */
@Controller()
export class SalesConsumer {
  constructor(private readonly postSales: PostSales) {}

  @EventPattern<string[]>([saleRecorded.type, saleRecordedV2.type])
  record(@Payload() events: readonly EventOf<typeof saleRecorded>[], @Ctx() { tx }: HandlerContext): Promise<void> {
    const sales = events.map(({ data: { receipt, day, payment, total, lines } }) => ({
      receipt,
      day: day as Day,
      payment,
      total,
      lines: lines.length,
    }));
    return this.postSales.record(tx, sales);
  }

  @EventPattern<string[]>([saleReversed.type, saleReversedV2.type])
  reverse(@Payload() events: readonly EventOf<typeof saleReversed>[], @Ctx() { tx }: HandlerContext): Promise<void> {
    return this.postSales.takeBack(
      tx,
      events.map(({ data }) => data.receipt),
    );
  }
}
