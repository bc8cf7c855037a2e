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
import { StructureRow, structures } from '../use-cases/list-structures/list-structures.query.js';
import { RegisterStructures } from '../use-cases/register-structures/register-structures.use-case.js';

/** Where the co-op's produce comes from. */
@ApiTags('structures')
@Controller('structures')
export class StructuresController {
  private readonly loads: SingleLoads<StructureRow>;

  constructor(
    desk: CommandDesk,
    private readonly reader: ListReader,
    registerStructures: RegisterStructures,
  ) {
    this.loads = new SingleLoads(desk, (tx, rows, by) => registerStructures.run(tx, rows, by.user));
  }

  @Post()
  @Roles('manager')
  @BringsRows('structures.register', StructureRow)
  register(@Rows(StructureRow) load: Load<StructureRow>): Promise<LoadAnswer | TrialAnswer> {
    return this.loads.run(load);
  }

  @Get()
  @Roles('member', 'manager', 'treasurer', 'president', 'integrator')
  @Lists('structures.list', structures)
  list(@Query() query: ListQuery, @List() request: ListRequest): Promise<RowsOf<typeof structures>> {
    return this.reader.answer(request, structures, query);
  }
}
