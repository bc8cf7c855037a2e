import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { booksClosed, type BooksReport, type CloudEvent, type ServiceName } from '@ayni/contracts';
import type { HandlerContext } from '@ayni/messaging/inbox/handler-context';
import { TakeReports } from '../use-cases/take-reports/take-reports.use-case.js';

type Reports = readonly CloudEvent<BooksReport>[];

/** Takes in what each service reports of its books while a season closes. */
@Controller()
export class BooksConsumer {
  constructor(private readonly takeReports: TakeReports) {}

  @EventPattern<string>(booksClosed.members.type)
  fromMembers(@Payload() events: Reports, @Ctx() context: HandlerContext): Promise<void> {
    return this.take('members', events, context);
  }

  @EventPattern<string>(booksClosed.production.type)
  fromProduction(@Payload() events: Reports, @Ctx() context: HandlerContext): Promise<void> {
    return this.take('production', events, context);
  }

  @EventPattern<string>(booksClosed.inventory.type)
  fromInventory(@Payload() events: Reports, @Ctx() context: HandlerContext): Promise<void> {
    return this.take('inventory', events, context);
  }

  @EventPattern<string>(booksClosed.sales.type)
  fromSales(@Payload() events: Reports, @Ctx() context: HandlerContext): Promise<void> {
    return this.take('sales', events, context);
  }

  @EventPattern<string>(booksClosed['profit-sharing'].type)
  fromProfitSharing(@Payload() events: Reports, @Ctx() context: HandlerContext): Promise<void> {
    return this.take('profit-sharing', events, context);
  }

  private take(service: ServiceName, events: Reports, { tx }: HandlerContext): Promise<void> {
    const reports = events.map(({ data, aggregateseq }) => ({ ...data, service, seq: aggregateseq }));
    return this.takeReports.run(tx, reports);
  }
}
