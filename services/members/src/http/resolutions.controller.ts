import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseDay } from '@ayni/kernel';
import { Roles } from '@ayni/http/auth/auth.guard';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { CodeField, DayField, ListField, TextField, WholeField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { AdoptResolutions } from '../use-cases/adopt-resolutions/adopt-resolutions.use-case.js';
import { resolutions } from '../use-cases/list-resolutions/list-resolutions.query.js';

const VOTES_MAX = 1_000_000;

class ResolutionRequest {
  @CodeField()
  number!: string;

  @DayField()
  adoptedOn!: string;

  @TextField(500)
  subject!: string;

  @WholeField(0, VOTES_MAX)
  votesFor!: number;

  @WholeField(0, VOTES_MAX)
  votesAgainst!: number;

  @WholeField(0, VOTES_MAX)
  abstentions!: number;
}

class AdoptResolutionsRequest {
  @ListField(() => ResolutionRequest)
  rows!: ResolutionRequest[];
}

/** What assemblies resolved. */
@ApiTags('resolutions')
@Controller('resolutions')
export class ResolutionsController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly reader: ListReader,
    private readonly adoptResolutions: AdoptResolutions,
  ) {}

  @Post()
  @Roles('manager', 'president')
  adopt(@Body() { rows }: AdoptResolutionsRequest, @Command() command: CommandRequest): Promise<object> {
    const resolved = rows.map((row, i) => ({ ...row, adoptedOn: parseDay(row.adoptedOn, `/rows/${i}/adoptedOn`) }));
    return this.desk.run(command, (tx) => this.adoptResolutions.run(tx, resolved, command.principal.user), 'none');
  }

  @Get()
  @Roles('member', 'manager', 'treasurer', 'president', 'integrator')
  list(@Query() query: ListQuery, @List() request: ListRequest): Promise<object> {
    return this.reader.answer(request, resolutions, query);
  }
}
