import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
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
import { Shows } from '@ayni/http/operations';
import { factController } from '@ayni/facts/fact-controller';
import { Sale, sales } from '../facts/sale.js';
import { KeepSales } from '../use-cases/keep-sales/keep-sales.use-case.js';
import { ShowSale } from '../use-cases/show-sale/show-sale.query.js';
import { TOTALS_BY, SalesTotals, totalSales, type TotalsBy } from '../use-cases/total-sales/total-sales.query.js';

const READERS = ['manager', 'treasurer', 'president', 'integrator'] as const;

class TotalsQuery {
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
export class SalesController extends factController(sales, KeepSales, {
  record: ['manager'],
  reverse: ['manager', 'treasurer'],
  list: READERS,
}) {
  constructor(
    desk: CommandDesk,
    reader: ListReader,
    keep: KeepSales,
    private readonly database: Database,
    private readonly showSale: ShowSale,
  ) {
    super(desk, reader, keep);
  }

  @Get('totals')
  @Roles(...READERS)
  @Shows('sales.total', SalesTotals)
  async totals(@Query() { by, from, to }: TotalsQuery, @CurrentPrincipal() { coop }: Principal): Promise<SalesTotals> {
    const day = (text: string | undefined): Day | null => (text === undefined ? null : parseDay(text));
    return { items: await this.database.read(coop, (tx) => totalSales(tx, by, day(from), day(to))) };
  }

  @Get(':receipt')
  @Roles(...READERS)
  @Shows('sales.show', standingClass(Sale))
  one(
    @CodeInPath('receipt', 'sale') code: string,
    @CurrentPrincipal() { coop }: Principal,
  ): Promise<ToldFact<Sale> & InBooks> {
    return this.database.read(coop, (tx) => this.showSale.run(tx, code));
  }
}
