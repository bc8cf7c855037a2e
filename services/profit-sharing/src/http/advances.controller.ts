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
import { MemberListQuery, narrowedToOwn } from '@ayni/http/listing';
import type { Advance } from '../domain/facts.js';
import { advances } from '../use-cases/list-advances/list-advances.query.js';
import { RecordAdvances } from '../use-cases/record-advances/record-advances.use-case.js';
import type { ReverseFact } from '../use-cases/reverse-fact/reverse-fact.use-case.js';
import { parseAmountInBooks } from './amount-in-books.js';
import { RecordAdvancesRequest } from './money.request.js';

/** The reversal of an advance, as a token. */
export const REVERSE_ADVANCE = Symbol('reverse advance');

/** What members got before the shares were worked out. */
@ApiTags('advances')
@Controller('advances')
export class AdvancesController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly reader: ListReader,
    private readonly recordAdvances: RecordAdvances,
    @Inject(REVERSE_ADVANCE) private readonly reverseAdvance: ReverseFact<Advance>,
  ) {}

  @Post()
  @Roles('treasurer')
  record(@Body() { rows }: RecordAdvancesRequest, @Command() command: CommandRequest): Promise<object> {
    const drafts = rows.map((row, i) => ({
      draft: {
        ...row,
        paidOn: parseDay(row.paidOn, `/rows/${i}/paidOn`),
        amount: parseAmountInBooks(row.amount, `/rows/${i}/amount`),
      },
      sent: row,
    }));
    return this.desk.run(command, (tx) => this.recordAdvances.run(tx, drafts, command.principal.user));
  }

  @Post(':code/reversal')
  @Roles('treasurer')
  reverse(
    @CodeInPath('code', 'advance') code: string,
    @Body() { reason }: ReversalRequest,
    @Command() command: CommandRequest,
  ): Promise<object> {
    return this.desk.run(command, (tx) => this.reverseAdvance.run(tx, { code, reason, by: command.principal.user }));
  }

  /** A member sees her own. */
  @Get()
  @Roles('treasurer', 'president', 'manager', 'member')
  list(@Query() query: MemberListQuery, @List() request: ListRequest): Promise<object> {
    return this.reader.answer(request, advances, query, narrowedToOwn(request.principal, query));
  }
}
