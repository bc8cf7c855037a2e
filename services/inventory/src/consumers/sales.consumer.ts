import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { saleRecorded, saleRecordedV2, saleReversed, saleReversedV2, type EventOf } from '@ayni/contracts';
import { parseCommandId, stockQuantity, type Day } from '@ayni/kernel';
import type { HandlerContext } from '@ayni/messaging/inbox/handler-context';
import type { MeasuredDraw } from '../domain/allocation.js';
import { IssueSales, type ToldIssue } from '../use-cases/issue-sales/issue-sales.use-case.js';
import { ReturnSales } from '../use-cases/return-sales/return-sales.use-case.js';

/** Takes from the store what is sold. */
@Controller()
export class SalesConsumer {
  constructor(
    private readonly issueSales: IssueSales,
    private readonly returnSales: ReturnSales,
  ) {}

  @EventPattern<string[]>([saleRecorded.type, saleRecordedV2.type])
  issue(@Payload() events: readonly EventOf<typeof saleRecorded>[], @Ctx() { tx }: HandlerContext): Promise<void> {
    return this.issueSales.run(tx, events.map(issueOf));
  }

  @EventPattern<string[]>([saleReversed.type, saleReversedV2.type])
  async putBack(
    @Payload() events: readonly EventOf<typeof saleReversed>[],
    @Ctx() { tx }: HandlerContext,
  ): Promise<void> {
    const withdrawals = events.map(({ commandid, data: { receipt, reason } }) => {
      return { code: receipt, reason, command: parseCommandId(commandid) };
    });
    await this.returnSales.run(tx, withdrawals);
  }
}

function issueOf({ commandid, data }: EventOf<typeof saleRecorded>): ToldIssue {
  const command = parseCommandId(commandid);
  const day = data.day as Day;
  const lines = data.lines.map(({ line, product, unit, stockUnit, stockQuantity: quantity }): MeasuredDraw => ({
    use: 'sale',
    code: data.receipt,
    line,
    product,
    unit,
    stockUnit,
    day,
    quantity: stockQuantity(BigInt(quantity)),
    command,
  }));
  return { receipt: data.receipt, day, total: data.total, lines, command };
}
