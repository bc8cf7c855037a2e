import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '@ayni/http/auth/auth.guard';
import { CodeField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { Lists, type RowsOf } from '@ayni/http/operations';
import { grantBudgets } from '../use-cases/list-grant-budgets/list-grant-budgets.query.js';

class GrantBudgetsQuery extends ListQuery {
  @CodeField({ of: 'grant', optional: true })
  grant?: string;
}

/** The budgets of grants: what was agreed for each line, spent and left. */
@ApiTags('grants')
@Controller('grant-budgets')
export class GrantBudgetsController {
  constructor(private readonly reader: ListReader) {}

  @Get()
  @Roles('treasurer', 'president', 'manager', 'integrator')
  @Lists('grant-budgets.list', grantBudgets)
  list(@Query() query: GrantBudgetsQuery, @List() request: ListRequest): Promise<RowsOf<typeof grantBudgets>> {
    return this.reader.answer(request, grantBudgets, query, { grant: query.grant });
  }
}
