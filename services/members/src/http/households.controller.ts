import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database } from '@ayni/database/database';
import { RegisteredQuery, registeredController } from '@ayni/facts/registered/registered-controller';
import { Roles } from '@ayni/http/auth/auth.guard';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { BringsRows, Rows, type Load } from '@ayni/http/commands/load';
import type { LoadAnswer, TrialAnswer } from '@ayni/http/commands/load-answer';
import { SingleLoads } from '@ayni/http/commands/loads';
import { TextField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { households, SentHousehold } from '../registered/household.js';
import { CorrectHouseholds } from '../use-cases/correct-households/correct-households.use-case.js';
import { RegisterHouseholds } from '../use-cases/register-households/register-households.use-case.js';

const OFFICERS = ['manager', 'treasurer', 'president'] as const;

class HouseholdsQuery extends RegisteredQuery {
  @TextField(200, { optional: true })
  community?: string;
}

/** The families of the register. */
@ApiTags('households')
@Controller('households')
export class HouseholdsController extends registeredController(
  households,
  CorrectHouseholds,
  { correct: ['manager', 'president'], list: OFFICERS, changes: OFFICERS },
  HouseholdsQuery,
) {
  private readonly loads: SingleLoads<SentHousehold>;

  constructor(
    desk: CommandDesk,
    database: Database,
    reader: ListReader,
    correctHouseholds: CorrectHouseholds,
    registerHouseholds: RegisterHouseholds,
  ) {
    super(desk, database, reader, correctHouseholds);
    this.loads = new SingleLoads(desk, { at: 'code' }, (tx, rows, by) => registerHouseholds.run(tx, rows, by.user));
  }

  @Post()
  @Roles('manager', 'president')
  @BringsRows('households.register', SentHousehold)
  register(@Rows(SentHousehold) load: Load<SentHousehold>): Promise<LoadAnswer | TrialAnswer> {
    return this.loads.run(load);
  }
}
