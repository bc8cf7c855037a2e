import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database } from '@ayni/database/database';
import { CurrentPrincipal, Roles } from '@ayni/http/auth/auth.guard';
import type { Principal } from '@ayni/http/auth/principal';
import { CodeInPath } from '@ayni/http/code-in-path';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { Does, Refuses, Shows } from '@ayni/http/operations';
import { ComparedRules } from '../use-cases/compare-rules/compared-rules.js';
import { CompareRules } from '../use-cases/compare-rules/compare-rules.query.js';
import { Preview, PreviewSeason } from '../use-cases/preview-season/preview-season.query.js';
import { readShown } from '../use-cases/show-scenarios/kept-scenarios.js';
import { ShowScenarios } from '../use-cases/show-scenarios/show-scenarios.use-case.js';
import { ShownScenarios } from '../use-cases/show-scenarios/shown-scenarios.js';
import { ScenarioRequest, ShownScenarioRequest } from './season.request.js';

/** What a season's shares would be by its books as they are now: nobody can propose them, and nothing is posted. */
@ApiTags('seasons')
@Controller('seasons/:code')
export class SeasonScenariosController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly database: Database,
    private readonly previewSeason: PreviewSeason,
    private readonly compareRules: CompareRules,
    private readonly showScenarios: ShowScenarios,
  ) {}

  /** Shares by the books as they are now, of any season: to be looked at, never to be proposed. */
  @Get('preview')
  @Roles('manager', 'treasurer', 'president')
  @Shows('seasons.preview', Preview)
  preview(@CodeInPath('code', 'season') code: string, @CurrentPrincipal() { coop }: Principal): Promise<Preview> {
    return this.database.read(coop, (tx) => this.previewSeason.run(tx, code));
  }

  /** Shares by several rule sets on the books as they are now; nothing is posted, and nobody can propose them. */
  @Post('scenarios')
  @Roles('manager', 'treasurer', 'president')
  @Does('scenarios.compare', ComparedRules)
  @Refuses('bad-rule-set', 'unknown-debt-kind', 'season-withdrawn', 'unknown-reference')
  compare(
    @CodeInPath('code', 'season') code: string,
    @Body() asked: ScenarioRequest,
    @Command() command: CommandRequest,
  ): Promise<ComparedRules> {
    return this.desk.run(command, (tx) => this.compareRules.run(tx, code, asked));
  }

  /** The same, shown to everybody until others are; groups of fewer than five stay hidden, and nothing is posted. */
  @Post('shown-scenarios')
  @Roles('manager', 'treasurer', 'president')
  @Does('scenarios.show', ComparedRules)
  @Refuses('bad-rule-set', 'unknown-debt-kind', 'season-withdrawn', 'unknown-reference')
  showToAll(
    @CodeInPath('code', 'season') code: string,
    @Body() asked: ShownScenarioRequest,
    @Command() command: CommandRequest,
  ): Promise<ComparedRules> {
    return this.desk.run(command, (tx) => this.showScenarios.run(tx, code, asked, command.principal.user));
  }

  /** What was shown to everybody last; of the families she who asks sees hers alone. */
  @Get('shown-scenarios')
  @Roles('member', 'manager', 'treasurer', 'president')
  @Shows('shown-scenarios.show', ShownScenarios)
  shownToAll(
    @CodeInPath('code', 'season') code: string,
    @CurrentPrincipal() { coop, member }: Principal,
  ): Promise<ShownScenarios> {
    return this.database.read(coop, (tx) => readShown(tx, code, member));
  }
}
