import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database } from '@ayni/database/database';
import { Roles } from '@ayni/http/auth/auth.guard';
import { CodeInPath } from '@ayni/http/code-in-path';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { Does, Lists, Refuses, type RowsOf } from '@ayni/http/operations';
import { Sensitive } from '@ayni/http/trail/act';
import { AmendRules } from '../use-cases/amend-rules/amend-rules.use-case.js';
import { seasonRules } from '../use-cases/list-season-rules/list-season-rules.query.js';
import { showSeason } from '../use-cases/show-season/show-season.query.js';
import { OF_RESOLUTIONS } from './of-resolutions.js';
import { OF_RULES } from './of-rules.js';
import { AmendedRulesAnswer } from './season.answer.js';
import { RulesRequest } from './season.request.js';

/** The rules by which a season is shared out, and those before them. */
@ApiTags('seasons')
@Controller('seasons/:code/rules')
export class SeasonRulesController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly database: Database,
    private readonly reader: ListReader,
    private readonly amendRules: AmendRules,
  ) {}

  @Get()
  @Roles('member', 'manager', 'treasurer', 'president', 'integrator')
  @Lists('season-rules.list', seasonRules)
  async rules(
    @CodeInPath('code', 'season') named: string,
    @Query() query: ListQuery,
    @List() request: ListRequest,
  ): Promise<RowsOf<typeof seasonRules>> {
    const { code } = await this.database.read(request.principal.coop, (tx) => showSeason(tx, named));
    return this.reader.answer(request, seasonRules, query, { season: code });
  }

  /** Alone in the co-op: no run is worked out or approved by rules that are being amended. */
  @Post()
  @Roles('treasurer')
  @Sensitive()
  @Does('rules.amend', AmendedRulesAnswer)
  @Refuses('run-exists', 'season-changing', 'season-withdrawn', 'limit-of-law', ...OF_RULES, ...OF_RESOLUTIONS)
  amend(
    @CodeInPath('code', 'season') code: string,
    @Body() voted: RulesRequest,
    @Command() command: CommandRequest,
  ): Promise<AmendedRulesAnswer> {
    return this.desk.run(command, (tx) => this.amendRules.run(tx, code, voted, command.principal.user), 'exclusive');
  }
}
