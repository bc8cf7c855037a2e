import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '@ayni/http/auth/auth.guard';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { CodeField, ListField, TextField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
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
  list(@Query() query: HouseholdsQuery, @List() request: ListRequest): Promise<object> {
    return this.reader.answer(request, households, query);
  }
}
