import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseInstant } from '@ayni/kernel';
import { ReversalRequest } from '@ayni/facts/reversal.request';
import { Roles } from '@ayni/http/auth/auth.guard';
import { CodeInPath } from '@ayni/http/code-in-path';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { AmountField, CodeField, InstantField, ListField, QuantityField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { MemberListQuery, narrowedToOwn } from '@ayni/http/listing';
import { deliveries } from '../use-cases/list-deliveries/list-deliveries.query.js';
import { RecordDeliveries } from '../use-cases/record-deliveries/record-deliveries.use-case.js';
import { ReverseDelivery } from '../use-cases/reverse-delivery/reverse-delivery.use-case.js';

class DeliveryRequest {
  @CodeField()
  code!: string;

  @InstantField()
  deliveredAt!: string;

  @CodeField({ description: 'the number of the member whose produce it is' })
  member!: string;

  @CodeField()
  product!: string;

  @QuantityField()
  quantity!: string;

  @CodeField()
  unit!: string;

  @AmountField({ description: 'the first price of one unit' })
  unitPrice!: string;
}

class RecordDeliveriesRequest {
  @ListField(() => DeliveryRequest)
  rows!: DeliveryRequest[];
}

class DeliveriesQuery extends MemberListQuery {
  @CodeField({ optional: true })
  product?: string;
}

/** Members' own produce, taken in at a first price: written once, taken back with a reason, never changed. */
@ApiTags('deliveries')
@Controller('deliveries')
export class DeliveriesController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly reader: ListReader,
    private readonly recordDeliveries: RecordDeliveries,
    private readonly reverseDelivery: ReverseDelivery,
  ) {}

  @Post()
  @Roles('manager')
  record(@Body() { rows }: RecordDeliveriesRequest, @Command() command: CommandRequest): Promise<object> {
    const drafts = rows.map((row, i) => ({
      ...row,
      deliveredAt: parseInstant(row.deliveredAt, `/rows/${i}/deliveredAt`),
    }));
    return this.desk.run(command, (tx) => this.recordDeliveries.run(tx, drafts, command.principal.user));
  }

  @Post(':code/reversal')
  @Roles('manager', 'treasurer')
  reverse(
    @CodeInPath('code', 'delivery') code: string,
    @Body() { reason }: ReversalRequest,
    @Command() command: CommandRequest,
  ): Promise<object> {
    return this.desk.run(command, (tx) => this.reverseDelivery.run(tx, { code, reason, by: command.principal.user }));
  }

  @Get()
  @Roles('member', 'manager', 'treasurer', 'president')
  list(@Query() query: DeliveriesQuery, @List() request: ListRequest): Promise<object> {
    return this.reader.answer(request, deliveries, query, narrowedToOwn(request.principal, query));
  }
}
