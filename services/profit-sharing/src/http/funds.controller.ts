import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database } from '@ayni/database/database';
import { registeredController } from '@ayni/facts/registered/registered-controller';
import { Roles } from '@ayni/http/auth/auth.guard';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { BringsRows, Rows, type Load } from '@ayni/http/commands/load';
import type { LoadAnswer, TrialAnswer } from '@ayni/http/commands/load-answer';
import { SingleLoads } from '@ayni/http/commands/loads';
import { ListReader } from '@ayni/http/list-reader';
import { Sensitive } from '@ayni/http/trail/act';
import { funds, SentFund } from '../registered/fund.js';
import { CorrectFunds } from '../use-cases/correct-funds/correct-funds.use-case.js';
import { RegisterFunds } from '../use-cases/register-funds/register-funds.use-case.js';

/** What assemblies put surpluses into; rules name them by their codes. */
@ApiTags('funds')
@Controller('funds')
export class FundsController extends registeredController(funds, CorrectFunds, {
  correct: ['treasurer'],
  list: ['member', 'manager', 'treasurer', 'president', 'integrator'],
  changes: ['manager', 'treasurer', 'president'],
  sensitive: true,
}) {
  private readonly loads: SingleLoads<SentFund>;

  constructor(
    desk: CommandDesk,
    database: Database,
    reader: ListReader,
    correctFunds: CorrectFunds,
    registerFunds: RegisterFunds,
  ) {
    super(desk, database, reader, correctFunds);
    this.loads = new SingleLoads(desk, { at: 'code' }, (tx, rows, by) => registerFunds.run(tx, rows, by.user));
  }

  @Post()
  @Roles('treasurer')
  @Sensitive()
  @BringsRows('funds.register', SentFund)
  register(@Rows(SentFund) load: Load<SentFund>): Promise<LoadAnswer | TrialAnswer> {
    return this.loads.run(load);
  }
}
