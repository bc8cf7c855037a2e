import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { booksClosed, type Books, type CloudEvent, type ServiceName } from '@ayni/contracts';
import type { Delivery } from '@ayni/messaging/inbox/delivery';
import { GatherBooks } from '../use-cases/gather-books/gather-books.use-case.js';

type Reports = readonly CloudEvent<Books>[];

/** Takes in what each service reports of its books while a season closes. */
@Controller()
export class BooksConsumer {
  constructor(private readonly gatherBooks: GatherBooks) {}

  @EventPattern<string>(booksClosed.members.type)
  fromMembers(@Payload() events: Reports, @Ctx() delivery: Delivery): Promise<void> {
    return this.gather('members', events, delivery);
  }

  @EventPattern<string>(booksClosed.production.type)
  fromProduction(@Payload() events: Reports, @Ctx() delivery: Delivery): Promise<void> {
    return this.gather('production', events, delivery);
  }

  @EventPattern<string>(booksClosed.inventory.type)
  fromInventory(@Payload() events: Reports, @Ctx() delivery: Delivery): Promise<void> {
    return this.gather('inventory', events, delivery);
  }

  @EventPattern<string>(booksClosed.sales.type)
  fromSales(@Payload() events: Reports, @Ctx() delivery: Delivery): Promise<void> {
    return this.gather('sales', events, delivery);
  }

  @EventPattern<string>(booksClosed['profit-sharing'].type)
  fromProfitSharing(@Payload() events: Reports, @Ctx() delivery: Delivery): Promise<void> {
    return this.gather('profit-sharing', events, delivery);
  }

  private gather(service: ServiceName, events: Reports, { tx }: Delivery): Promise<void> {
    const reports = events.map(({ data, aggregateseq }) => ({ ...data, service, seq: aggregateseq }));
    return this.gatherBooks.run(tx, reports);
  }
}
