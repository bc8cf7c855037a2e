import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database } from '@ayni/database/database';
import { registeredController } from '@ayni/facts/registered/registered-controller';
import { Roles } from '@ayni/http/auth/auth.guard';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { BringsRows, Rows, type Load } from '@ayni/http/commands/load';
import type { LoadAnswer, TrialAnswer } from '@ayni/http/commands/load-answer';
import { SingleLoads } from '@ayni/http/commands/loads';
import { ListReader } from '@ayni/http/list-reader';
import { markets, SentMarket } from '../registered/market.js';
import { CorrectMarkets } from '../use-cases/correct-markets/correct-markets.use-case.js';
import { RegisterMarkets } from '../use-cases/register-markets/register-markets.use-case.js';

/** Where the co-op sells. */
@ApiTags('markets')
@Controller('markets')
export class MarketsController extends registeredController(markets, CorrectMarkets, {
  correct: ['manager'],
  list: ['seller', 'manager', 'treasurer', 'president', 'integrator'],
  changes: ['manager', 'treasurer', 'president'],
}) {
  private readonly loads: SingleLoads<SentMarket>;

  constructor(
    desk: CommandDesk,
    database: Database,
    reader: ListReader,
    correctMarkets: CorrectMarkets,
    registerMarkets: RegisterMarkets,
  ) {
    super(desk, database, reader, correctMarkets);
    this.loads = new SingleLoads(desk, { at: 'name' }, (tx, rows) =>
      registerMarkets.run(
        tx,
        rows.map(({ name }) => name),
      ),
    );
  }

  @Post()
  @Roles('manager')
  @BringsRows('markets.register', SentMarket)
  register(@Rows(SentMarket) load: Load<SentMarket>): Promise<LoadAnswer | TrialAnswer> {
    return this.loads.run(load);
  }
}
