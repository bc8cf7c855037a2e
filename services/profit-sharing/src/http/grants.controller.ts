import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseDay } from '@ayni/kernel';
import { ReversalRequest } from '@ayni/facts/reversal.request';
import { Roles } from '@ayni/http/auth/auth.guard';
import { CodeInPath } from '@ayni/http/code-in-path';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import type { Grant } from '../domain/facts.js';
import { grants } from '../use-cases/list-grants/list-grants.query.js';
import { RecordGrants } from '../use-cases/record-grants/record-grants.use-case.js';
import type { ReverseFact } from '../use-cases/reverse-fact/reverse-fact.use-case.js';
import { parseAmountInBooks } from './amount-in-books.js';
import { RecordGrantsRequest } from './money.request.js';

/** The reversal of a grant, as a token. */
export const REVERSE_GRANT = Symbol('reverse grant');

/** What others gave; it never meets a season's result. */
@ApiTags('grants')
@Controller('grants')
export class GrantsController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly reader: ListReader,
    private readonly recordGrants: RecordGrants,
    @Inject(REVERSE_GRANT) private readonly reverseGrant: ReverseFact<Grant>,
  ) {}

  @Post()
  @Roles('treasurer')
  record(@Body() { rows }: RecordGrantsRequest, @Command() command: CommandRequest): Promise<object> {
    const drafts = rows.map((row, i) => ({
      draft: {
        ...row,
        receivedOn: parseDay(row.receivedOn, `/rows/${i}/receivedOn`),
        amount: parseAmountInBooks(row.amount, `/rows/${i}/amount`),
      },
      sent: row,
    }));
    return this.desk.run(command, (tx) => this.recordGrants.run(tx, drafts, command.principal.user));
  }

  @Post(':code/reversal')
  @Roles('treasurer')
  reverse(
    @CodeInPath('code', 'grant') code: string,
    @Body() { reason }: ReversalRequest,
    @Command() command: CommandRequest,
  ): Promise<object> {
    return this.desk.run(command, (tx) => this.reverseGrant.run(tx, { code, reason, by: command.principal.user }));
  }

  @Get()
  @Roles('treasurer', 'president', 'manager', 'integrator')
  list(@Query() query: ListQuery, @List() request: ListRequest): Promise<object> {
    return this.reader.answer(request, grants, query);
  }
}
