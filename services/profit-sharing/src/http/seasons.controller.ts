import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { notFound, parseDay } from '@ayni/kernel';
import { Database } from '@ayni/database/database';
import { CurrentPrincipal, Roles } from '@ayni/http/auth/auth.guard';
import type { Principal } from '@ayni/http/auth/principal';
import { CodeInPath } from '@ayni/http/code-in-path';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { CalculateRun } from '../use-cases/calculate-run/calculate-run.use-case.js';
import { CloseSeason } from '../use-cases/close-season/close-season.use-case.js';
import { seasons } from '../use-cases/list-seasons/list-seasons.query.js';
import { OpenSeasons } from '../use-cases/open-seasons/open-seasons.use-case.js';
import { ShowClosing, type Closing } from '../use-cases/show-closing/show-closing.query.js';
import { SumSeason } from '../use-cases/sum-season/sum-season.query.js';
import { OpenSeasonsRequest } from './season.request.js';

/** Seasons: opened with their rules, closed by control totals, then shared out. */
@ApiTags('seasons')
@Controller('seasons')
export class SeasonsController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly database: Database,
    private readonly reader: ListReader,
    private readonly openSeasons: OpenSeasons,
    private readonly closeSeason: CloseSeason,
    private readonly showClosing: ShowClosing,
    private readonly sumSeason: SumSeason,
    private readonly calculateRun: CalculateRun,
  ) {}

  /** Alone in the co-op, so that two that overlap never go in at once. */
  @Post()
  @Roles('treasurer')
  open(@Body() { rows }: OpenSeasonsRequest, @Command() command: CommandRequest): Promise<object> {
    const drafts = rows.map((row, i) => ({
      ...row,
      from: parseDay(row.from, `/rows/${i}/from`),
      to: parseDay(row.to, `/rows/${i}/to`),
    }));
    return this.desk.run(command, (tx) => this.openSeasons.run(tx, drafts, command.principal.user), 'exclusive');
  }

  @Get()
  @Roles('member', 'manager', 'treasurer', 'president', 'integrator')
  list(@Query() query: ListQuery, @List() request: ListRequest): Promise<object> {
    return this.reader.answer(request, seasons, query);
  }

  @Get(':code')
  @Roles('member', 'manager', 'treasurer', 'president', 'integrator')
  async one(@CodeInPath('code', 'season') code: string, @CurrentPrincipal() { coop }: Principal): Promise<object> {
    const { items } = await this.database.read(coop, (tx) => seasons.page(tx, {}, { code }));
    const [season] = items;
    if (!season) throw notFound('season', code);
    return season;
  }

  /** Waits for every command that is writing a fact here; from its commit on no other begins. */
  @Post(':code/closing')
  @Roles('treasurer')
  close(
    @CodeInPath('code', 'season') code: string,
    @Command({ bodiless: true }) command: CommandRequest,
  ): Promise<object> {
    return this.desk.run(command, (tx) => this.closeSeason.run(tx, code), 'exclusive');
  }

  @Get(':code/closing')
  @Roles('manager', 'treasurer', 'president')
  closing(@CodeInPath('code', 'season') code: string, @CurrentPrincipal() { coop }: Principal): Promise<Closing> {
    return this.database.read(coop, (tx) => this.showClosing.run(tx, code));
  }

  @Get(':code/figures')
  @Roles('member', 'manager', 'treasurer', 'president', 'integrator')
  figures(@CodeInPath('code', 'season') code: string, @CurrentPrincipal() { coop }: Principal): Promise<object> {
    return this.database.read(coop, (tx) => this.sumSeason.run(tx, code));
  }

  @Post(':code/runs')
  @Roles('treasurer')
  calculate(
    @CodeInPath('code', 'season') code: string,
    @Command({ bodiless: true }) command: CommandRequest,
  ): Promise<object> {
    return this.desk.run(command, (tx) => this.calculateRun.run(tx, code, command.principal.user));
  }
}
