import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseInstant, Refusal } from '@ayni/kernel';
import {
  AmountField,
  CodeField,
  codeInPath,
  Command,
  CommandDesk,
  CurrentPrincipal,
  InstantField,
  ListField,
  ListReader,
  MemberListQuery,
  onlyOwn,
  QuantityField,
  ReversalRequest,
  Roles,
  type CommandRequest,
  type Principal,
} from '@ayni/service-kit';
import type { Request, Response } from 'express';
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
    @Param('code') path: string,
    @Body() { reason }: ReversalRequest,
    @Command() command: CommandRequest,
  ): Promise<object> {
    const code = codeInPath(path, 'delivery');
    return this.desk.run(command, (tx) => this.reverseDelivery.run(tx, { code, reason, by: command.principal.user }));
  }

  @Get()
  @Roles('member', 'manager', 'treasurer', 'president')
  list(
    @Query() query: DeliveriesQuery,
    @CurrentPrincipal() principal: Principal,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const own = onlyOwn(principal);
    if (own !== null && query.member !== undefined && query.member !== own) throw new Refusal('not-yours');
    const narrowing = { member: own ?? query.member, product: query.product };
    return this.reader.answer(principal.coop, deliveries, query, narrowing, request, response);
  }
}
