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
import { Refuses } from '@ayni/http/operations';
import { Sensitive } from '@ayni/http/trail/act';
import { payees, SentPayee } from '../registered/payee.js';
import { CorrectPayees } from '../use-cases/correct-payees/correct-payees.use-case.js';
import { RegisterPayees } from '../use-cases/register-payees/register-payees.use-case.js';

/** How families are paid: in cash or by transfer, and to whom. */
@ApiTags('payees')
@Controller('payees')
export class PayeesController extends registeredController(payees, CorrectPayees, {
  correct: ['treasurer'],
  list: ['treasurer', 'president'],
  changes: ['treasurer', 'president'],
  sensitive: true,
}) {
  private readonly loads: SingleLoads<SentPayee>;

  constructor(
    desk: CommandDesk,
    database: Database,
    reader: ListReader,
    correctPayees: CorrectPayees,
    registerPayees: RegisterPayees,
  ) {
    super(desk, database, reader, correctPayees);
    this.loads = new SingleLoads(desk, { at: 'code' }, (tx, rows, by) => registerPayees.run(tx, rows, by.user));
  }

  @Post()
  @Roles('treasurer')
  @Sensitive()
  @Refuses('unknown-reference')
  @BringsRows('payees.register', SentPayee)
  register(@Rows(SentPayee) load: Load<SentPayee>): Promise<LoadAnswer | TrialAnswer> {
    return this.loads.run(load);
  }
}
