import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { saleRecorded, saleReversed, type EventOf } from '@ayni/contracts';
import { parseAmount, type Day } from '@ayni/kernel';
import type { HandlerContext } from '@ayni/messaging/inbox/handler-context';
import { PostSales } from '../use-cases/post-sales/post-sales.use-case.js';

/** Posts what sales wrote. */
@Controller()
export class SalesConsumer {
  constructor(private readonly postSales: PostSales) {}

  @EventPattern<string>(saleRecorded.type)
  record(@Payload() events: readonly EventOf<typeof saleRecorded>[], @Ctx() { tx }: HandlerContext): Promise<void> {
    const sales = events.map(({ data: { receipt, day, payment, total, lines } }) => ({
      receipt,
      day: day as Day,
      payment,
      total: parseAmount(total),
      lines: lines.length,
    }));
    return this.postSales.record(tx, sales);
  }

  @EventPattern<string>(saleReversed.type)
  reverse(@Payload() events: readonly EventOf<typeof saleReversed>[], @Ctx() { tx }: HandlerContext): Promise<void> {
    return this.postSales.takeBack(
      tx,
      events.map(({ data }) => data.receipt),
    );
  }
}
