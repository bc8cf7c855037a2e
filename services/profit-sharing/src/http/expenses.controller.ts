import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseDay } from '@ayni/kernel';
import { ReversalRequest } from '@ayni/facts/reversal.request';
import { Roles } from '@ayni/http/auth/auth.guard';
import { CodeInPath } from '@ayni/http/code-in-path';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { CodeField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import type { Expense } from '../domain/facts.js';
import { expenses } from '../use-cases/list-expenses/list-expenses.query.js';
import { RecordExpenses } from '../use-cases/record-expenses/record-expenses.use-case.js';
import type { ReverseFact } from '../use-cases/reverse-fact/reverse-fact.use-case.js';
import { parseAmountInBooks } from './amount-in-books.js';
import { RecordExpensesRequest } from './money.request.js';

/** The reversal of an expense, as a token. */
export const REVERSE_EXPENSE = Symbol('reverse expense');

class ExpensesQuery extends ListQuery {
  @CodeField({ optional: true, description: '`own`, or a grant' })
  fundedBy?: string;
}

/** What the co-op spends, out of its own money or out of a grant. */
@ApiTags('expenses')
@Controller('expenses')
export class ExpensesController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly reader: ListReader,
    private readonly recordExpenses: RecordExpenses,
    @Inject(REVERSE_EXPENSE) private readonly reverseExpense: ReverseFact<Expense>,
  ) {}

  @Post()
  @Roles('treasurer')
  record(@Body() { rows }: RecordExpensesRequest, @Command() command: CommandRequest): Promise<object> {
    const drafts = rows.map((row, i) => ({
      draft: {
        ...row,
        spentOn: parseDay(row.spentOn, `/rows/${i}/spentOn`),
        amount: parseAmountInBooks(row.amount, `/rows/${i}/amount`),
      },
      sent: row,
    }));
    return this.desk.run(command, (tx) => this.recordExpenses.run(tx, drafts, command.principal.user));
  }

  @Post(':code/reversal')
  @Roles('treasurer')
  reverse(
    @CodeInPath('code', 'expense') code: string,
    @Body() { reason }: ReversalRequest,
    @Command() command: CommandRequest,
  ): Promise<object> {
    return this.desk.run(command, (tx) => this.reverseExpense.run(tx, { code, reason, by: command.principal.user }));
  }

  @Get()
  @Roles('treasurer', 'president', 'manager', 'integrator')
  list(@Query() query: ExpensesQuery, @List() request: ListRequest): Promise<object> {
    return this.reader.answer(request, expenses, query);
  }
}
