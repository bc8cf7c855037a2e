import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '@ayni/http/auth/auth.guard';
import { OneOfField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { MemberListQuery, narrowedToOwn } from '@ayni/http/listing';
import { Lists, type RowsOf } from '@ayni/http/operations';
import { DEBT_KINDS } from '../domain/debts/debt.js';
import { debts } from '../use-cases/list-debts/list-debts.query.js';

class DebtsQuery extends MemberListQuery {
  @OneOfField(DEBT_KINDS, { optional: true })
  kind?: string;

  @OneOfField(['true', 'false'], { optional: true, description: 'whether something is left of it' })
  open?: string;
}

/** What members owe: advances, loans, fines and certificates not yet paid, less what was brought back and set off; a member sees her own. */
@ApiTags('debts')
@Controller('debts')
export class DebtsController {
  constructor(private readonly reader: ListReader) {}

  @Get()
  @Roles('treasurer', 'president', 'manager', 'member')
  @Lists('debts.list', debts)
  list(@Query() query: DebtsQuery, @List() request: ListRequest): Promise<RowsOf<typeof debts>> {
    return this.reader.answer(request, debts, query, narrowedToOwn(request.principal, query));
  }
}
