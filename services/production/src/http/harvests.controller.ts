import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseInstant } from '@ayni/kernel';
import { ReversalRequest } from '@ayni/facts/reversal.request';
import { Roles } from '@ayni/http/auth/auth.guard';
import { CodeInPath } from '@ayni/http/code-in-path';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { AnyQuantityField, CodeField, InstantField, ListField, QuantityField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { harvests } from '../use-cases/list-harvests/list-harvests.query.js';
import { RecordHarvests } from '../use-cases/record-harvests/record-harvests.use-case.js';
import { ReverseHarvest } from '../use-cases/reverse-harvest/reverse-harvest.use-case.js';

class HarvestRequest {
  @CodeField()
  code!: string;

  @InstantField()
  harvestedAt!: string;

  @CodeField({ description: 'the code of a registered structure' })
  structure!: string;

  @CodeField()
  product!: string;

  @QuantityField({ description: 'the whole harvest, home use included' })
  quantity!: string;

  @CodeField()
  unit!: string;

  @AnyQuantityField({ description: 'what the families took home of it, in the same unit' })
  homeUse!: string;
}

class RecordHarvestsRequest {
  @ListField(() => HarvestRequest)
  rows!: HarvestRequest[];
}

class HarvestsQuery extends ListQuery {
  @CodeField({ optional: true })
  structure?: string;

  @CodeField({ optional: true })
  product?: string;
}

/** Harvests: written once, taken back with a reason, never changed. */
@ApiTags('harvests')
@Controller('harvests')
export class HarvestsController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly reader: ListReader,
    private readonly recordHarvests: RecordHarvests,
    private readonly reverseHarvest: ReverseHarvest,
  ) {}

  @Post()
  @Roles('manager')
  record(@Body() { rows }: RecordHarvestsRequest, @Command() command: CommandRequest): Promise<object> {
    const drafts = rows.map((row, i) => ({
      ...row,
      harvestedAt: parseInstant(row.harvestedAt, `/rows/${i}/harvestedAt`),
    }));
    return this.desk.run(command, (tx) => this.recordHarvests.run(tx, drafts, command.principal.user));
  }

  @Post(':code/reversal')
  @Roles('manager')
  reverse(
    @CodeInPath('code', 'harvest') code: string,
    @Body() { reason }: ReversalRequest,
    @Command() command: CommandRequest,
  ): Promise<object> {
    return this.desk.run(command, (tx) => this.reverseHarvest.run(tx, { code, reason, by: command.principal.user }));
  }

  @Get()
  @Roles('manager', 'treasurer', 'president', 'integrator')
  list(@Query() query: HarvestsQuery, @List() request: ListRequest): Promise<object> {
    return this.reader.answer(request, harvests, query);
  }
}
