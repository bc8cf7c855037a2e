import { Body, Controller, Get, Patch, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database } from '@ayni/database/database';
import { CurrentPrincipal, Roles } from '@ayni/http/auth/auth.guard';
import type { Principal } from '@ayni/http/auth/principal';
import { CodeInPath } from '@ayni/http/code-in-path';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, IfMatch, type CommandRequest } from '@ayni/http/commands/command-request';
import { BringsRows, Rows, type Load } from '@ayni/http/commands/load';
import type { LoadAnswer, TrialAnswer } from '@ayni/http/commands/load-answer';
import { Loads } from '@ayni/http/commands/loads';
import { withEntityTag } from '@ayni/http/entity-tag';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { Does, Lists, Refuses, Shows, Totals, type RowsOf } from '@ayni/http/operations';
import { TableQuery } from '@ayni/http/tables/table-query';
import { changesOf } from '@ayni/facts/registered/changes';
import type { Response } from 'express';
import type { Told } from '@ayni/http/told';
import { Sensitive } from '@ayni/http/trail/act';
import { CancelChange } from '../use-cases/change-season/cancel-change.use-case.js';
import { ChangeSeason } from '../use-cases/change-season/change-season.use-case.js';
import { CalculateRun } from '../use-cases/calculate-run/calculate-run.use-case.js';
import { CloseSeason } from '../use-cases/close-season/close-season.use-case.js';
import { SeasonRow, seasons } from '../use-cases/list-seasons/list-seasons.query.js';
import { OpenSeasons } from '../use-cases/open-seasons/open-seasons.use-case.js';
import { Closing, ShowClosing } from '../use-cases/show-closing/show-closing.query.js';
import { SeasonChange, ShowChange } from '../use-cases/show-change/show-change.query.js';
import { showSeason } from '../use-cases/show-season/show-season.query.js';
import { SeasonSums, SumSeason } from '../use-cases/sum-season/sum-season.query.js';
import { ReopenSeason } from '../use-cases/reopen-season/reopen-season.use-case.js';
import { WithdrawSeason } from '../use-cases/withdraw-season/withdraw-season.use-case.js';
import { OF_RESOLUTIONS } from './of-resolutions.js';
import { OF_RULES } from './of-rules.js';
import { CalculatedRunAnswer } from './run.answer.js';
import { ChangedSeasonAnswer, ClosingAnswer, ReopenedAnswer, WithdrawalAnswer } from './season.answer.js';
import {
  ChangeSeasonRequest,
  ClosingRequest,
  ReopeningRequest,
  SeasonRequest,
  WithdrawalRequest,
} from './season.request.js';

const OF_CHANGES = ['season-in-use', 'day-in-use', 'season-changing', 'season-withdrawn', 'season-not-open'] as const;
const OF_SHARES = ['basis-without-entries', 'shares-refused'] as const;

const changes = changesOf('season');

/** How many seasons one request may open. */
const LIMIT = { max: 100 };

/** Seasons: opened with their rules, closed by control totals, then shared out. */
@ApiTags('seasons')
@Controller('seasons')
export class SeasonsController {
  /** Alone in the co-op, so that two that overlap never go in at once. */
  private readonly openings: Loads<SeasonRequest>;

  constructor(
    private readonly desk: CommandDesk,
    private readonly database: Database,
    private readonly reader: ListReader,
    openSeasons: OpenSeasons,
    private readonly changeSeason: ChangeSeason,
    private readonly withdrawSeason: WithdrawSeason,
    private readonly cancelChange: CancelChange,
    private readonly closeSeason: CloseSeason,
    private readonly reopenSeason: ReopenSeason,
    private readonly showChange: ShowChange,
    private readonly showClosing: ShowClosing,
    private readonly sumSeason: SumSeason,
    private readonly calculateRun: CalculateRun,
  ) {
    this.openings = new Loads(desk, (tx, rows, among) => openSeasons.run(tx, rows, among), 'exclusive');
  }

  @Post()
  @Roles('treasurer')
  @Sensitive()
  @BringsRows('seasons.open', SeasonRequest, LIMIT)
  @Refuses(
    'seasons-overlap',
    'old-season-there',
    'wrong-order',
    'season-withdrawn',
    'unknown-reference',
    'rules-not-in-force',
    ...OF_RULES,
  )
  open(@Rows(SeasonRequest, LIMIT) load: Load<SeasonRequest>): Promise<LoadAnswer | TrialAnswer> {
    return this.openings.run(load);
  }

  @Get()
  @Roles('member', 'manager', 'treasurer', 'president', 'integrator')
  @Lists('seasons.list', seasons)
  list(@Query() query: ListQuery, @List() request: ListRequest): Promise<RowsOf<typeof seasons>> {
    return this.reader.answer(request, seasons, query);
  }

  @Get(':code')
  @Roles('member', 'manager', 'treasurer', 'president', 'integrator')
  @Shows('seasons.show', SeasonRow)
  async one(
    @CodeInPath('code', 'season') code: string,
    @CurrentPrincipal() { coop }: Principal,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Told<SeasonRow>> {
    return withEntityTag(response, await this.database.read(coop, (tx) => showSeason(tx, code)));
  }

  /** Corrects an open season; where days fall out of it or its rules are others, all services are asked first. */
  @Patch(':code')
  @Roles('treasurer')
  @Sensitive()
  @Shows('seasons.change', ChangedSeasonAnswer)
  @Refuses('seasons-overlap', 'old-season-there', 'wrong-order', 'limit-of-law', ...OF_CHANGES, ...OF_RULES)
  async change(
    @CodeInPath('code', 'season') code: string,
    @Body() asked: ChangeSeasonRequest,
    @IfMatch() version: number,
    @Command() command: CommandRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ChangedSeasonAnswer> {
    const { user } = command.principal;
    const answer = await this.desk.run(
      command,
      (tx) => this.changeSeason.run(tx, code, version, asked, user),
      'exclusive',
    );
    return withEntityTag(response, answer);
  }

  @Get(':code/change')
  @Roles('manager', 'treasurer', 'president')
  @Shows('season-changes.show', SeasonChange)
  lastChange(
    @CodeInPath('code', 'season') code: string,
    @CurrentPrincipal() { coop }: Principal,
  ): Promise<SeasonChange> {
    return this.database.read(coop, (tx) => this.showChange.run(tx, code));
  }

  /** Takes back a correction or a withdrawal of which all services are asked, while one has not answered. */
  @Post(':code/change/cancellation')
  @Roles('treasurer')
  @Sensitive()
  @Does('season-changes.cancel', ChangedSeasonAnswer)
  @Refuses('nothing-asked', 'season-withdrawn')
  cancel(
    @CodeInPath('code', 'season') code: string,
    @Command({ bodiless: true }) command: CommandRequest,
  ): Promise<ChangedSeasonAnswer> {
    return this.desk.run(command, (tx) => this.cancelChange.run(tx, code), 'exclusive');
  }

  @Get(':code/changes')
  @Roles('member', 'manager', 'treasurer', 'president')
  @Lists('seasons.changes', changes)
  async changes(
    @CodeInPath('code', 'season') named: string,
    @Query() query: ListQuery,
    @List() request: ListRequest,
  ): Promise<RowsOf<typeof changes>> {
    const { code } = await this.database.read(request.principal.coop, (tx) => showSeason(tx, named));
    return this.reader.answer(request, changes, query, { code });
  }

  /** Asks every service whether facts lie on its days; it is withdrawn where none do. */
  @Post(':code/withdrawal')
  @Roles('treasurer')
  @Sensitive()
  @Does('seasons.withdraw', WithdrawalAnswer)
  @Refuses('season-not-named', ...OF_CHANGES)
  withdraw(
    @CodeInPath('code', 'season') code: string,
    @Body() asked: WithdrawalRequest,
    @Command() command: CommandRequest,
  ): Promise<WithdrawalAnswer> {
    const { user } = command.principal;
    return this.desk.run(command, (tx) => this.withdrawSeason.run(tx, code, asked, user), 'exclusive');
  }

  /** Waits for every command that is writing a fact here; from its commit on no other begins. */
  @Post(':code/closing')
  @Roles('treasurer')
  @Sensitive()
  @Does('seasons.close', ClosingAnswer)
  @Refuses(
    'season-not-named',
    'season-not-open',
    'season-changing',
    'season-withdrawn',
    'season-not-over',
    'season-unfinished',
    'bad-last-day',
    ...OF_SHARES,
    ...OF_RESOLUTIONS,
  )
  close(
    @CodeInPath('code', 'season') code: string,
    @Body() asked: ClosingRequest,
    @Command() command: CommandRequest,
  ): Promise<ClosingAnswer> {
    return this.desk.run(command, (tx) => this.closeSeason.run(tx, code, asked, command.principal.user), 'exclusive');
  }

  /** Every service takes facts of its days again, until it is closed anew. */
  @Post(':code/reopening')
  @Roles('treasurer')
  @Sensitive()
  @Does('seasons.reopen', ReopenedAnswer)
  @Refuses('season-not-named', 'season-not-closed', 'season-has-approved-run', ...OF_RESOLUTIONS)
  reopen(
    @CodeInPath('code', 'season') code: string,
    @Body() asked: ReopeningRequest,
    @Command() command: CommandRequest,
  ): Promise<ReopenedAnswer> {
    return this.desk.run(command, (tx) => this.reopenSeason.run(tx, code, asked, command.principal.user), 'exclusive');
  }

  @Get(':code/closing')
  @Roles('manager', 'treasurer', 'president')
  @Shows('closings.show', Closing)
  closing(@CodeInPath('code', 'season') code: string, @CurrentPrincipal() { coop }: Principal): Promise<Closing> {
    return this.database.read(coop, (tx) => this.showClosing.run(tx, code));
  }

  @Get(':code/figures')
  @Roles('member', 'manager', 'treasurer', 'president', 'integrator')
  @Totals('seasons.sum', SeasonSums)
  figures(
    @CodeInPath('code', 'season') code: string,
    @Query() query: TableQuery,
    @List() request: ListRequest,
  ): Promise<SeasonSums | StreamableFile> {
    return this.reader.total(request, SeasonSums, query, (tx) => this.sumSeason.run(tx, code));
  }

  @Post(':code/runs')
  @Roles('treasurer')
  @Sensitive()
  @Does('runs.calculate', CalculatedRunAnswer)
  @Refuses('season-not-closed', 'run-exists', 'earlier-season-unshared', ...OF_SHARES)
  calculate(
    @CodeInPath('code', 'season') code: string,
    @Command({ bodiless: true }) command: CommandRequest,
  ): Promise<CalculatedRunAnswer> {
    return this.desk.run(command, (tx) => this.calculateRun.run(tx, code, command.principal.user));
  }
}
