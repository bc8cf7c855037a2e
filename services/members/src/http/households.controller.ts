import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '@ayni/http/auth/auth.guard';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { BringsRows, Rows, type Load } from '@ayni/http/commands/load';
import type { LoadAnswer, TrialAnswer } from '@ayni/http/commands/load-answer';
import { SingleLoads } from '@ayni/http/commands/loads';
import { TextField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { Lists, type RowsOf } from '@ayni/http/operations';
import { HouseholdRow, households } from '../use-cases/list-households/list-households.query.js';
import { RegisterHouseholds } from '../use-cases/register-households/register-households.use-case.js';

class HouseholdsQuery extends ListQuery {
  @TextField(200, { optional: true })
  community?: string;
}

/** The families of the register. */
@ApiTags('households')
@Controller('households')
export class HouseholdsController {
  private readonly loads: SingleLoads<HouseholdRow>;

  constructor(
    desk: CommandDesk,
    private readonly reader: ListReader,
    registerHouseholds: RegisterHouseholds,
  ) {
    this.loads = new SingleLoads(desk, (tx, rows, by) => registerHouseholds.run(tx, rows, by.user));
  }

  @Post()
  @Roles('manager', 'president')
  @BringsRows('households.register', HouseholdRow)
  register(@Rows(HouseholdRow) load: Load<HouseholdRow>): Promise<LoadAnswer | TrialAnswer> {
    return this.loads.run(load);
  }

  @Get()
  @Roles('manager', 'treasurer', 'president')
  @Lists('households.list', households)
  list(@Query() query: HouseholdsQuery, @List() request: ListRequest): Promise<RowsOf<typeof households>> {
    return this.reader.answer(request, households, query);
  }
}
