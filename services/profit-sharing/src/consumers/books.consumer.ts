import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import {
  booksClosed,
  booksCounted,
  booksUnfinished,
  type BooksCount,
  type BooksReport,
  type CloudEvent,
  type ServiceName,
  type UnfinishedReport,
} from '@ayni/contracts';
import type { Day } from '@ayni/kernel';
import type { HandlerContext } from '@ayni/messaging/inbox/handler-context';
import { TakeCounts } from '../use-cases/change-season/take-counts.use-case.js';
import { KeepUnfinished } from '../use-cases/keep-unfinished/keep-unfinished.use-case.js';
import { TakeReports } from '../use-cases/take-reports/take-reports.use-case.js';

type Reports = readonly CloudEvent<BooksReport>[];
type Counts = readonly CloudEvent<BooksCount>[];
type Unfinished = readonly CloudEvent<UnfinishedReport>[];

/** Takes in what each service reports of its books: while a season closes or changes, and before that what is unfinished. */
@Controller()
export class BooksConsumer {
  constructor(
    private readonly takeReports: TakeReports,
    private readonly keepUnfinished: KeepUnfinished,
    private readonly takeCounts: TakeCounts,
  ) {}

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

  @EventPattern<string>(booksUnfinished.members.type)
  unfinishedInMembers(@Payload() events: Unfinished, @Ctx() context: HandlerContext): Promise<void> {
    return this.keep('members', events, context);
  }

  @EventPattern<string>(booksUnfinished.production.type)
  unfinishedInProduction(@Payload() events: Unfinished, @Ctx() context: HandlerContext): Promise<void> {
    return this.keep('production', events, context);
  }

  @EventPattern<string>(booksUnfinished.inventory.type)
  unfinishedInInventory(@Payload() events: Unfinished, @Ctx() context: HandlerContext): Promise<void> {
    return this.keep('inventory', events, context);
  }

  @EventPattern<string>(booksUnfinished.sales.type)
  unfinishedInSales(@Payload() events: Unfinished, @Ctx() context: HandlerContext): Promise<void> {
    return this.keep('sales', events, context);
  }

  @EventPattern<string>(booksCounted.members.type)
  countedInMembers(@Payload() events: Counts, @Ctx() context: HandlerContext): Promise<void> {
    return this.count('members', events, context);
  }

  @EventPattern<string>(booksCounted.production.type)
  countedInProduction(@Payload() events: Counts, @Ctx() context: HandlerContext): Promise<void> {
    return this.count('production', events, context);
  }

  @EventPattern<string>(booksCounted.inventory.type)
  countedInInventory(@Payload() events: Counts, @Ctx() context: HandlerContext): Promise<void> {
    return this.count('inventory', events, context);
  }

  @EventPattern<string>(booksCounted.sales.type)
  countedInSales(@Payload() events: Counts, @Ctx() context: HandlerContext): Promise<void> {
    return this.count('sales', events, context);
  }

  @EventPattern<string>(booksCounted['profit-sharing'].type)
  countedInProfitSharing(@Payload() events: Counts, @Ctx() context: HandlerContext): Promise<void> {
    return this.count('profit-sharing', events, context);
  }

  private keep(service: ServiceName, events: Unfinished, { tx }: HandlerContext): Promise<void> {
    const told = events.map(({ data, aggregateseq }) => ({ ...data, service, seq: aggregateseq }));
    return this.keepUnfinished.run(tx, told);
  }

  private count(service: ServiceName, events: Counts, { tx }: HandlerContext): Promise<void> {
    const counts = events.map(({ data: { season, asked, days } }) => ({
      season,
      asked,
      service,
      days: days.map(({ kind, day, records }) => ({ kind, day: day as Day, records })),
    }));
    return this.takeCounts.run(tx, counts);
  }

  private take(service: ServiceName, events: Reports, { tx }: HandlerContext): Promise<void> {
    const reports = events.map(({ data, aggregateseq }) => ({ ...data, service, seq: aggregateseq }));
    return this.takeReports.run(tx, reports);
  }
}
