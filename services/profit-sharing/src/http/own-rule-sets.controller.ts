import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database } from '@ayni/database/database';
import { CurrentPrincipal, Roles } from '@ayni/http/auth/auth.guard';
import type { Principal } from '@ayni/http/auth/principal';
import { CodeInPath, NumberInPath } from '@ayni/http/code-in-path';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { BringsRows, Rows, type Load } from '@ayni/http/commands/load';
import type { LoadAnswer, TrialAnswer } from '@ayni/http/commands/load-answer';
import { SingleLoads } from '@ayni/http/commands/loads';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { Does, Lists, Refuses, Shows, type RowsOf } from '@ayni/http/operations';
import type { Told } from '@ayni/http/told';
import { Sensitive } from '@ayni/http/trail/act';
import type { RuleSetVersion } from '../domain/rules/own-rule-set.js';
import { AdoptRules } from '../use-cases/adopt-rules/adopt-rules.use-case.js';
import { BeginRuleSets } from '../use-cases/begin-rule-sets/begin-rule-sets.use-case.js';
import { ownRuleSets } from '../use-cases/list-own-rule-sets/list-own-rule-sets.query.js';
import { ProposeRules } from '../use-cases/propose-rules/propose-rules.use-case.js';
import { ShowOwnRuleSet } from '../use-cases/show-own-rule-set/show-own-rule-set.query.js';
import { ShownOwnRuleSet } from '../use-cases/show-own-rule-set/shown-rule-set.js';
import { OF_RESOLUTIONS } from './of-resolutions.js';
import { RuleSetVersionAnswer } from './own-rule-set.answer.js';
import { AdoptionRequest, RuleSetVersionRequest, SentOwnRuleSet } from './own-rule-set.request.js';

/** How many sets one request may begin. */
const LIMIT = { max: 20 };

/** Rules of sharing of the co-op's own, in versions that the assembly adopts. */
@ApiTags('rule-sets')
@Controller('own-rule-sets')
export class OwnRuleSetsController {
  private readonly loads: SingleLoads<SentOwnRuleSet>;

  constructor(
    private readonly desk: CommandDesk,
    private readonly database: Database,
    private readonly reader: ListReader,
    beginRuleSets: BeginRuleSets,
    private readonly proposeRules: ProposeRules,
    private readonly adoptRules: AdoptRules,
    private readonly showOwnRuleSet: ShowOwnRuleSet,
  ) {
    this.loads = new SingleLoads(
      desk,
      { at: 'code' },
      (tx, rows, by) => beginRuleSets.run(tx, rows, by.user),
      'exclusive',
    );
  }

  @Post()
  @Roles('treasurer')
  @Sensitive()
  @BringsRows('own-rule-sets.begin', SentOwnRuleSet, LIMIT)
  @Refuses('unknown-reference')
  begin(@Rows(SentOwnRuleSet, LIMIT) load: Load<SentOwnRuleSet>): Promise<LoadAnswer | TrialAnswer> {
    return this.loads.run(load);
  }

  @Get()
  @Roles('member', 'manager', 'treasurer', 'president', 'integrator')
  @Lists('own-rule-sets.list', ownRuleSets)
  list(@Query() query: ListQuery, @List() request: ListRequest): Promise<RowsOf<typeof ownRuleSets>> {
    return this.reader.answer(request, ownRuleSets, query);
  }

  @Get(':code')
  @Roles('member', 'manager', 'treasurer', 'president', 'integrator')
  @Shows('own-rule-sets.show', ShownOwnRuleSet)
  one(
    @CodeInPath('code', 'rule-set') code: string,
    @CurrentPrincipal() { coop }: Principal,
  ): Promise<Told<ShownOwnRuleSet>> {
    return this.database.read(coop, (tx) => this.showOwnRuleSet.run(tx, code));
  }

  /** What the assembly is asked to adopt; it never changes, other rules are another version. */
  @Post(':code/versions')
  @Roles('treasurer')
  @Sensitive()
  @Does('rule-set-versions.propose', RuleSetVersionAnswer)
  @Refuses('bad-rule-set', 'unknown-fund', 'retired', 'unknown-debt-kind', 'limit-of-law')
  async propose(
    @CodeInPath('code', 'rule-set') code: string,
    @Body() sent: RuleSetVersionRequest,
    @Command() command: CommandRequest,
  ): Promise<RuleSetVersionAnswer> {
    return this.desk.run(
      command,
      async (tx) => answerOf(await this.proposeRules.run(tx, code, sent, command.principal.user)),
      'exclusive',
    );
  }

  /** Alone in the co-op: no season is opened while it is not sure by which version. */
  @Post(':code/versions/:version/adoption')
  @Roles('treasurer', 'president')
  @Sensitive()
  @Does('rule-set-adoptions.record', RuleSetVersionAnswer)
  @Refuses('rules-adopted', 'rules-overlap', ...OF_RESOLUTIONS)
  async adopt(
    @CodeInPath('code', 'rule-set') code: string,
    @NumberInPath('version', 'rule-set-version') version: number,
    @Body() { resolution }: AdoptionRequest,
    @Command() command: CommandRequest,
  ): Promise<RuleSetVersionAnswer> {
    const word = { resolution: resolution ?? undefined, by: command.principal.user };
    return this.desk.run(
      command,
      async (tx) => answerOf(await this.adoptRules.run(tx, code, version, word)),
      'exclusive',
    );
  }
}

const answerOf = ({ ruleSet, version, from, fingerprint }: RuleSetVersion) => ({ ruleSet, version, from, fingerprint });
