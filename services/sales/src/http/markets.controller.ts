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
import { MarketRow, markets } from '../use-cases/list-markets/list-markets.query.js';
import { RegisterMarkets } from '../use-cases/register-markets/register-markets.use-case.js';

/** Where the co-op sells. */
@ApiTags('markets')
@Controller('markets')
export class MarketsController {
  private readonly loads: SingleLoads<MarketRow>;

  constructor(
    desk: CommandDesk,
    private readonly reader: ListReader,
    registerMarkets: RegisterMarkets,
  ) {
    this.loads = new SingleLoads(desk, (tx, rows) =>
      registerMarkets.run(
        tx,
        rows.map(({ name }) => name),
      ),
    );
  }

  @Post()
  @Roles('manager')
  @BringsRows('markets.register', MarketRow)
  register(@Rows(MarketRow) load: Load<MarketRow>): Promise<LoadAnswer | TrialAnswer> {
    return this.loads.run(load);
  }

  @Get()
  @Roles('manager', 'treasurer', 'president', 'integrator')
  @Lists('markets.list', markets)
  list(@Query() query: ListQuery, @List() request: ListRequest): Promise<RowsOf<typeof markets>> {
    return this.reader.answer(request, markets, query);
  }
}
