import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseInstant } from '@ayni/kernel';
import { ReversalRequest } from '@ayni/facts/reversal.request';
import { Roles } from '@ayni/http/auth/auth.guard';
import { CodeInPath } from '@ayni/http/code-in-path';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { CodeField, InstantField, ListField, QuantityField, TextField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { losses } from '../use-cases/list-losses/list-losses.query.js';
import { RecordLosses } from '../use-cases/record-losses/record-losses.use-case.js';
import { ReverseLoss } from '../use-cases/reverse-loss/reverse-loss.use-case.js';

class LossRequest {
  @CodeField()
  code!: string;

  @InstantField()
  recordedAt!: string;

  @CodeField()
  product!: string;

  @QuantityField()
  quantity!: string;

  @CodeField()
  unit!: string;

  @TextField(500, { description: 'why it was lost' })
  reason!: string;
}

class RecordLossesRequest {
  @ListField(() => LossRequest)
  rows!: LossRequest[];
}

class LossesQuery extends ListQuery {
  @CodeField({ optional: true })
  product?: string;
}

/** Produce that the store lost: written once, taken back with a reason, never changed. */
@ApiTags('losses')
@Controller('losses')
export class LossesController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly reader: ListReader,
    private readonly recordLosses: RecordLosses,
    private readonly reverseLoss: ReverseLoss,
  ) {}

  @Post()
  @Roles('manager')
  record(@Body() { rows }: RecordLossesRequest, @Command() command: CommandRequest): Promise<object> {
    const drafts = rows.map((row, i) => ({
      ...row,
      recordedAt: parseInstant(row.recordedAt, `/rows/${i}/recordedAt`),
    }));
    return this.desk.run(command, (tx) => this.recordLosses.run(tx, drafts, command.principal.user));
  }

  @Post(':code/reversal')
  @Roles('manager', 'treasurer')
  reverse(
    @CodeInPath('code', 'loss') code: string,
    @Body() { reason }: ReversalRequest,
    @Command() command: CommandRequest,
  ): Promise<object> {
    return this.desk.run(command, (tx) => this.reverseLoss.run(tx, { code, reason, by: command.principal.user }));
  }

  @Get()
  @Roles('manager', 'treasurer', 'president', 'integrator')
  list(@Query() query: LossesQuery, @List() request: ListRequest): Promise<object> {
    return this.reader.answer(request, losses, query);
  }
}
