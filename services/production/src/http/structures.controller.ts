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
import { SentStructure, structures } from '../registered/structure.js';
import { CorrectStructures } from '../use-cases/correct-structures/correct-structures.use-case.js';
import { RegisterStructures } from '../use-cases/register-structures/register-structures.use-case.js';

/** Where the co-op's produce comes from. */
@ApiTags('structures')
@Controller('structures')
export class StructuresController extends registeredController(structures, CorrectStructures, {
  correct: ['manager'],
  list: ['member', 'manager', 'treasurer', 'president', 'integrator'],
  changes: ['manager', 'treasurer', 'president'],
}) {
  private readonly loads: SingleLoads<SentStructure>;

  constructor(
    desk: CommandDesk,
    database: Database,
    reader: ListReader,
    correctStructures: CorrectStructures,
    registerStructures: RegisterStructures,
  ) {
    super(desk, database, reader, correctStructures);
    this.loads = new SingleLoads(desk, { at: 'code' }, (tx, rows, by) => registerStructures.run(tx, rows, by.user));
  }

  @Post()
  @Roles('manager')
  @BringsRows('structures.register', SentStructure)
  register(@Rows(SentStructure) load: Load<SentStructure>): Promise<LoadAnswer | TrialAnswer> {
    return this.loads.run(load);
  }
}
