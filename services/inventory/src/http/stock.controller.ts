import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseDay } from '@ayni/kernel';
import { Database } from '@ayni/database/database';
import { CurrentPrincipal, Roles } from '@ayni/http/auth/auth.guard';
import type { Principal } from '@ayni/http/auth/principal';
import { CodeInPath } from '@ayni/http/code-in-path';
import { CodeField, DayField, OneOfField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { Lists, Shows, Totals, type RowsOf } from '@ayni/http/operations';
import { TableQuery } from '@ayni/http/tables/table-query';
import { USES } from '../domain/allocation.js';
import { ORIGINS } from '../domain/lot.js';
import { lots } from '../use-cases/list-lots/list-lots.query.js';
import { movements } from '../use-cases/list-movements/list-movements.query.js';
import { SHORTAGE_STATES, shortages } from '../use-cases/list-shortages/list-shortages.query.js';
import { Stock, TotalStock } from '../use-cases/total-stock/total-stock.query.js';
import { Trace, traceLot } from '../use-cases/trace-lot/trace-lot.query.js';

class StockQuery extends TableQuery {
  @DayField({ optional: true, description: "at the end of this day; today in the co-op's zone where left out" })
  on?: string;
}

class LotsQuery extends ListQuery {
  @CodeField({ of: 'product', optional: true })
  product?: string;

  @DayField({ optional: true, description: 'what remained at the end of this day; now where left out' })
  on?: string;
}

class ShortagesQuery extends ListQuery {
  @CodeField({ of: 'product', optional: true })
  product?: string;

  @OneOfField(SHORTAGE_STATES, { optional: true })
  state?: string;
}

class MovementsQuery extends ListQuery {
  @CodeField({ of: 'product', optional: true })
  product?: string;

  @OneOfField([...ORIGINS, ...USES], { optional: true })
  kind?: string;

  @CodeField({ optional: true, description: 'of the fact that moved it' })
  code?: string;
}

/** What the store holds, now and on any day, where it came from and where it went. */
@ApiTags('stock')
@Controller()
export class StockController {
  constructor(
    private readonly database: Database,
    private readonly reader: ListReader,
    private readonly totalStock: TotalStock,
  ) {}

  @Get('stock')
  @Roles('manager', 'treasurer', 'president', 'integrator')
  @Totals('stock.total', Stock)
  stock(@Query() query: StockQuery, @List() request: ListRequest): Promise<Stock | StreamableFile> {
    const on = query.on === undefined ? undefined : parseDay(query.on, '/on');
    return this.reader.total(request, Stock, query, (tx) => this.totalStock.run(tx, on));
  }

  @Get('lots')
  @Roles('manager', 'treasurer', 'president', 'integrator')
  @Lists('lots.list', lots)
  listLots(@Query() query: LotsQuery, @List() request: ListRequest): Promise<RowsOf<typeof lots>> {
    return this.reader.answer(request, lots, query);
  }

  /** It names the member who delivered, so that only officers may read it. */
  @Get('lots/:code/trace')
  @Roles('manager', 'treasurer', 'president')
  @Shows('lots.trace', Trace)
  trace(@CodeInPath('code', 'lot') code: string, @CurrentPrincipal() { coop }: Principal): Promise<Trace> {
    return this.database.read(coop, (tx) => traceLot(tx, code));
  }

  @Get('shortages')
  @Roles('manager', 'treasurer', 'president', 'integrator')
  @Lists('shortages.list', shortages)
  listShortages(@Query() query: ShortagesQuery, @List() request: ListRequest): Promise<RowsOf<typeof shortages>> {
    return this.reader.answer(request, shortages, query);
  }

  @Get('movements')
  @Roles('manager', 'treasurer', 'president', 'integrator')
  @Lists('movements.list', movements)
  listMovements(@Query() query: MovementsQuery, @List() request: ListRequest): Promise<RowsOf<typeof movements>> {
    return this.reader.answer(request, movements, query);
  }
}
