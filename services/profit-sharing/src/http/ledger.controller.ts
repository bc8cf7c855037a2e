import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseDay } from '@ayni/kernel';
import { Roles } from '@ayni/http/auth/auth.guard';
import { CodeField, DayField, OneOfField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { Lists, Totals, type RowsOf } from '@ayni/http/operations';
import { TableQuery } from '@ayni/http/tables/table-query';
import { SOURCES } from '../domain/ledger/entry.js';
import { entries } from '../use-cases/list-entries/list-entries.query.js';
import { Balances, SumAccounts } from '../use-cases/sum-accounts/sum-accounts.query.js';

class BalancesQuery extends TableQuery {
  @DayField({ optional: true, description: 'up to and with this day; today where left out' })
  on?: string;
}

class EntriesQuery extends ListQuery {
  @OneOfField(SOURCES, { optional: true })
  source?: string;

  @CodeField({ optional: true, description: 'of the document that was posted' })
  code?: string;
}

/** The double-entry ledger: fed by documents, never written to. */
@ApiTags('ledger')
@Controller('ledger')
export class LedgerController {
  constructor(
    private readonly reader: ListReader,
    private readonly sumAccounts: SumAccounts,
  ) {}

  @Get('balances')
  @Roles('treasurer', 'president')
  @Totals('balances.show', Balances)
  balances(@Query() query: BalancesQuery, @List() request: ListRequest): Promise<Balances | StreamableFile> {
    const day = query.on === undefined ? undefined : parseDay(query.on);
    return this.reader.total(request, Balances, query, (tx) => this.sumAccounts.run(tx, request.language, day));
  }

  @Get('entries')
  @Roles('treasurer', 'president')
  @Lists('entries.list', entries)
  list(@Query() query: EntriesQuery, @List() request: ListRequest): Promise<RowsOf<typeof entries>> {
    return this.reader.answer(request, entries, query);
  }
}
