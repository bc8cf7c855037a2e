import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '@ayni/http/auth/auth.guard';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { ListField, TextField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { markets } from '../use-cases/list-markets/list-markets.query.js';
import { RegisterMarkets } from '../use-cases/register-markets/register-markets.use-case.js';

class MarketRequest {
  @TextField(200)
  name!: string;
}

class RegisterMarketsRequest {
  @ListField(() => MarketRequest)
  rows!: MarketRequest[];
}

/** Where the co-op sells. */
@ApiTags('markets')
@Controller('markets')
export class MarketsController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly reader: ListReader,
    private readonly registerMarkets: RegisterMarkets,
  ) {}

  @Post()
  @Roles('manager')
  register(@Body() { rows }: RegisterMarketsRequest, @Command() command: CommandRequest): Promise<object> {
    const names = rows.map(({ name }) => name);
    return this.desk.run(command, (tx) => this.registerMarkets.run(tx, names), 'none');
  }

  @Get()
  @Roles('manager', 'treasurer', 'president', 'integrator')
  list(@Query() query: ListQuery, @List() request: ListRequest): Promise<object> {
    return this.reader.answer(request, markets, query);
  }
}
