import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CodeField,
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
import { households } from '../use-cases/list-households/list-households.query.js';
import { RegisterHouseholds } from '../use-cases/register-households/register-households.use-case.js';

class HouseholdRequest {
  @CodeField()
  code!: string;

  @TextField(200)
  name!: string;

  @TextField(200, { min: 0 })
  community!: string;
}

class RegisterHouseholdsRequest {
  @ListField(() => HouseholdRequest)
  rows!: HouseholdRequest[];
}

class HouseholdsQuery extends ListQuery {
  @TextField(200, { optional: true })
  community?: string;
}

/** The families of the register. */
@ApiTags('households')
@Controller('households')
export class HouseholdsController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly reader: ListReader,
    private readonly registerHouseholds: RegisterHouseholds,
  ) {}

  @Post()
  @Roles('manager', 'president')
  register(@Body() { rows }: RegisterHouseholdsRequest, @Command() command: CommandRequest): Promise<object> {
    return this.desk.run(command, (tx) => this.registerHouseholds.run(tx, rows, command.principal.user), 'none');
  }

  @Get()
  @Roles('manager', 'treasurer', 'president')
  list(
    @Query() query: HouseholdsQuery,
    @CurrentPrincipal() { coop }: Principal,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.reader.answer(coop, households, query, { community: query.community }, request, response);
  }
}
