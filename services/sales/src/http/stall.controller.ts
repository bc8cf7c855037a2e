import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database } from '@ayni/database/database';
import { CurrentPrincipal, Roles } from '@ayni/http/auth/auth.guard';
import type { Principal } from '@ayni/http/auth/principal';
import { TextField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { Lists, Refuses, Shows, type RowsOf } from '@ayni/http/operations';
import { seasonsAtStall } from '../use-cases/list-seasons/list-seasons.query.js';
import { LastPrices, ShowPrices } from '../use-cases/show-prices/show-prices.query.js';

class PricesQuery {
  @TextField(200, { of: 'market', description: 'where she sells' })
  market!: string;
}

/** What somebody at a stall has to know before she sells. */
@ApiTags('stall')
@Controller()
export class StallController {
  constructor(
    private readonly database: Database,
    private readonly reader: ListReader,
    private readonly showPrices: ShowPrices,
  ) {}

  @Get('prices')
  @Roles('seller', 'manager', 'treasurer', 'president')
  @Shows('prices.show', LastPrices)
  @Refuses('not-found')
  prices(@Query() { market }: PricesQuery, @CurrentPrincipal() { coop }: Principal): Promise<LastPrices> {
    return this.database.read(coop, (tx) => this.showPrices.run(tx, market));
  }

  @Get('seasons')
  @Roles('seller', 'manager', 'treasurer', 'president')
  @Lists('seasons.list', seasonsAtStall)
  seasons(@Query() query: ListQuery, @List() request: ListRequest): Promise<RowsOf<typeof seasonsAtStall>> {
    return this.reader.answer(request, seasonsAtStall, query);
  }
}
