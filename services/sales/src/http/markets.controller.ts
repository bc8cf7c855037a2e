import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  Command,
  CommandDesk,
  CurrentPrincipal,
  ListField,
  ListQuery,
  ListReader,
  Roles,
  TextField,
  type CommandRequest,
  type Principal,
} from '@ayni/service-kit';
import type { Request, Response } from 'express';
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
  list(
    @Query() query: ListQuery,
    @CurrentPrincipal() { coop }: Principal,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.reader.answer(coop, markets, query, {}, request, response);
  }
}
