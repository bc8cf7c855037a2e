import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { formatAmount, parseDay, parseInstant, Refusal, type Day } from '@ayni/kernel';
import { Database, newCommandId } from '@ayni/messaging';
import {
  CodeInPath,
  Command,
  CommandDesk,
  CurrentPrincipal,
  DayField,
  List,
  ListQuery,
  ListReader,
  Loads,
  OneOfField,
  ReversalRequest,
  Roles,
  TextField,
  type CommandRequest,
  type ListRequest,
  type Principal,
} from '@ayni/service-kit';
import { PAYMENTS, type SaleDraft } from '../domain/sale.js';
import { SalesPort } from '../domain/sales.port.js';
import { sales as listSales } from '../use-cases/list-sales/list-sales.query.js';
import { RecordSales } from '../use-cases/record-sales/record-sales.use-case.js';
import { ReverseSale } from '../use-cases/reverse-sale/reverse-sale.use-case.js';
import { TOTALS_BY, totalSales, type SalesTotal, type TotalsBy } from '../use-cases/total-sales/total-sales.query.js';
import { RecordSalesRequest } from './sales.request.js';

class SalesQuery extends ListQuery {
  @TextField(200, { optional: true })
  market?: string;

  @OneOfField(PAYMENTS, { optional: true })
  payment?: string;
}

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
export class SalesController {
  private readonly loads: Loads<SaleDraft>;

  constructor(
    private readonly desk: CommandDesk,
    private readonly database: Database,
    private readonly reader: ListReader,
    recordSales: RecordSales,
    private readonly reverseSale: ReverseSale,
    private readonly sales: SalesPort,
  ) {
    this.loads = new Loads(desk, (tx, rows) => recordSales.run(tx, rows));
  }

  @Post()
  @Roles('manager')
  record(@Body() { rows }: RecordSalesRequest, @Command() command: CommandRequest): Promise<object> {
    const drafts = rows.map((row, i) => ({ ...row, soldAt: parseInstant(row.soldAt, `/rows/${i}/soldAt`) }));
    return this.loads.run(command, drafts);
  }

  @Post(':receipt/reversal')
  @Roles('manager', 'treasurer')
  reverse(
    @CodeInPath('receipt', 'sale') code: string,
    @Body() { reason }: ReversalRequest,
    @Command() command: CommandRequest,
  ): Promise<object> {
    return this.desk.run(command, (tx) => this.reverseSale.run(tx, { code, reason, by: command.principal.user }));
  }

  @Get()
  @Roles('manager', 'treasurer', 'president', 'integrator')
  list(@Query() query: SalesQuery, @List() request: ListRequest): Promise<object> {
    return this.reader.answer(request, listSales, query);
  }

  @Get('totals')
  @Roles('manager', 'treasurer', 'president', 'integrator')
  async totals(
    @Query() { by, from, to }: TotalsQuery,
    @CurrentPrincipal() { coop }: Principal,
  ): Promise<{ items: SalesTotal[] }> {
    const day = (text: string | undefined): Day | null => (text === undefined ? null : parseDay(text));
    return { items: await this.database.read(coop, newCommandId(), (tx) => totalSales(tx, by, day(from), day(to))) };
  }

  @Get(':receipt')
  @Roles('manager', 'treasurer', 'president', 'integrator')
  async one(@CodeInPath('receipt', 'sale') code: string, @CurrentPrincipal() { coop }: Principal): Promise<object> {
    const sale = await this.database.read(coop, newCommandId(), (tx) => this.sales.find(tx, code));
    if (!sale) throw new Refusal('not-found', '', { what: `sale ${code}` });
    const lines = sale.lines.map((line) => ({
      ...line,
      stockQuantity: line.stockQuantity.toString(),
      unitPrice: formatAmount(line.unitPrice),
      amount: formatAmount(line.amount),
    }));
    return { ...sale, total: formatAmount(sale.total), lines };
  }
}
