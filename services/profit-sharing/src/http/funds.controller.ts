import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '@ayni/http/auth/auth.guard';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { BringsRows, Rows, type Load } from '@ayni/http/commands/load';
import type { LoadAnswer, TrialAnswer } from '@ayni/http/commands/load-answer';
import { SingleLoads } from '@ayni/http/commands/loads';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { Lists, type RowsOf } from '@ayni/http/operations';
import { Sensitive } from '@ayni/http/trail/act';
import { funds } from '../use-cases/list-funds/list-funds.query.js';
import { FundRequest } from './fund.request.js';
import { RegisterFunds } from '../use-cases/register-funds/register-funds.use-case.js';

/** What assemblies put surpluses into; rules name them by their codes. */
@ApiTags('funds')
@Controller('funds')
export class FundsController {
  private readonly loads: SingleLoads<FundRequest>;

  constructor(
    desk: CommandDesk,
    private readonly reader: ListReader,
    registerFunds: RegisterFunds,
  ) {
    this.loads = new SingleLoads(desk, (tx, rows, by) => registerFunds.run(tx, rows, by.user));
  }

  @Post()
  @Roles('treasurer')
  @Sensitive()
  @BringsRows('funds.register', FundRequest)
  register(@Rows(FundRequest) load: Load<FundRequest>): Promise<LoadAnswer | TrialAnswer> {
    return this.loads.run(load);
  }

  @Get()
  @Roles('member', 'manager', 'treasurer', 'president', 'integrator')
  @Lists('funds.list', funds)
  list(@Query() query: ListQuery, @List() request: ListRequest): Promise<RowsOf<typeof funds>> {
    return this.reader.answer(request, funds, query);
  }
}
