import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import { parseDay, type Day } from '@ayni/kernel';
import type { Principal } from '@ayni/http/auth/principal';
import type { InBooks, ToldFact } from '@ayni/facts/declaration';
import { standingClass } from '@ayni/facts/listed-class';
import { CodeInPath } from '@ayni/http/code-in-path';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { CurrentPrincipal, Roles } from '@ayni/http/auth/auth.guard';
import { Database } from '@ayni/database/database';
import { DayField, OneOfField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { Shows, Totals } from '@ayni/http/operations';
import { TakesInQuery } from '@ayni/http/query.guard';
import { TableQuery } from '@ayni/http/tables/table-query';
import { checked } from '@ayni/http/validation';
import type { Transaction } from '@ayni/database/transaction';
import { factController } from '@ayni/facts/fact-controller';
import { Sale, sales } from '../facts/sale.js';
import { KeepSales } from '../use-cases/keep-sales/keep-sales.use-case.js';
import { onlySoldBy } from '../use-cases/keep-sales/seller.js';
import { ShowSale } from '../use-cases/show-sale/show-sale.query.js';
import { TOTALS_BY, SalesTotals, totalSales, type TotalsBy } from '../use-cases/total-sales/total-sales.query.js';

/** Who sees all receipts; a seller sees her own. */
const READERS = ['manager', 'treasurer', 'president', 'integrator'] as const;

type ShownSale = ToldFact<Sale> & InBooks;

class TotalsQuery extends TableQuery {
  @OneOfField(TOTALS_BY)
  by!: TotalsBy;

  @DayField({ optional: true })
  from?: string;

  @DayField({ optional: true })
  to?: string;
}

/** Receipts: written once, taken back with a reason, never changed. */
@ApiTags('sales')
@Controller('sales')
export class SalesController extends factController(
  sales,
  KeepSales,
  {
    record: ['manager', 'seller'],
    reverse: ['manager', 'treasurer', 'seller'],
    list: ['seller', ...READERS],
  },
  {
    refuses: ['unknown-unit', 'quantity-not-whole', 'not-of-today'],
    narrowed: (principal) => ({ recordedBy: onlySoldBy(principal) }),
  },
) {
  constructor(
    desk: CommandDesk,
    reader: ListReader,
    keep: KeepSales,
    private readonly database: Database,
    private readonly showSale: ShowSale,
  ) {
    super(desk, reader, keep);
  }

  /** Releases asked for totals here, in the place of a receipt's number; without a query it is that of a receipt. */
  @Get('totals')
  @ApiExcludeEndpoint()
  @Roles('seller', ...READERS)
  @TakesInQuery('by', 'from', 'to')
  totals(
    @Query() query: Record<string, unknown>,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ShownSale | SalesTotals> {
    if (onlySoldBy(principal) !== null || Object.keys(query).length === 0) return this.one('totals', principal);
    return this.database.read(principal.coop, (tx) => totalsOf(tx, checked(TotalsQuery, query)));
  }

  @Get(':receipt')
  @Roles('seller', ...READERS)
  @Shows('sales.show', standingClass(Sale))
  one(@CodeInPath('receipt', 'sale') code: string, @CurrentPrincipal() principal: Principal): Promise<ShownSale> {
    return this.database.read(principal.coop, (tx) => this.showSale.run(tx, code, onlySoldBy(principal)));
  }
}

/** What sales came to. */
@ApiTags('sales')
@Controller('totals/sales')
export class SalesTotalsController {
  constructor(private readonly reader: ListReader) {}

  @Get()
  @Roles(...READERS)
  @Totals('sales.total', SalesTotals)
  totals(@Query() query: TotalsQuery, @List() request: ListRequest): Promise<SalesTotals | StreamableFile> {
    return this.reader.total(request, SalesTotals, query, (tx) => totalsOf(tx, query));
  }
}

async function totalsOf(tx: Transaction, { by, from, to }: TotalsQuery): Promise<SalesTotals> {
  const day = (text: string | undefined): Day | null => (text === undefined ? null : parseDay(text));
  return { items: await totalSales(tx, by, day(from), day(to)) };
}
