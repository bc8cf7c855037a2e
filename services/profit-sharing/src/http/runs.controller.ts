import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { nameKey, Refusal } from '@ayni/kernel';
import { Database } from '@ayni/database/database';
import type { Transaction } from '@ayni/database/transaction';
import { CurrentPrincipal, Roles } from '@ayni/http/auth/auth.guard';
import { holdsOffice, onlyOwn, type Principal } from '@ayni/http/auth/principal';
import { CodeInPath, IdInPath } from '@ayni/http/code-in-path';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { languageAskedBy } from '@ayni/http/door/language';
import { CodeField, OneOfField, TextField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { Does, Lists, Refuses, Shows, type RowsOf } from '@ayni/http/operations';
import { Sensitive } from '@ayni/http/trail/act';
import type { Request } from 'express';
import { RUN_STATES } from '../domain/runs/run.js';
import { ApproveRun } from '../use-cases/approve-run/approve-run.use-case.js';
import { runs } from '../use-cases/list-runs/list-runs.query.js';
import { refuseUnknownRun, shares } from '../use-cases/list-shares/list-shares.query.js';
import { ProposeRun } from '../use-cases/propose-run/propose-run.use-case.js';
import { ProposeReversal } from '../use-cases/propose-reversal/propose-reversal.use-case.js';
import { RejectReversal } from '../use-cases/reject-reversal/reject-reversal.use-case.js';
import { RejectRun } from '../use-cases/reject-run/reject-run.use-case.js';
import { ReverseRun } from '../use-cases/reverse-run/reverse-run.use-case.js';
import {
  showCase,
  showHouseholdStatement,
  showMemberStatement,
  showRun,
} from '../use-cases/show-run/show-run.query.js';
import {
  CaseDocument,
  ShownHouseholdStatement,
  ShownMemberStatement,
  ShownRun,
} from '../use-cases/show-run/shown-run.js';
import { Verification, VerifyRun } from '../use-cases/verify-run/verify-run.query.js';
import { OF_RESOLUTIONS } from './of-resolutions.js';
import { ApprovedRunAnswer, MovedRunAnswer, ReversedRunAnswer } from './run.answer.js';

class RunsQuery extends ListQuery {
  @CodeField({ of: 'season', optional: true })
  season?: string;

  @OneOfField(RUN_STATES, { optional: true })
  state?: string;
}

class ApprovalRequest {
  @CodeField({
    description:
      'the number of the resolution by which the assembly carried these shares, on or after the last day of the season',
  })
  resolution!: string;
}

class RunReversalRequest {
  @CodeField({
    description: 'the number of the resolution by which the assembly decided that these shares are reversed',
  })
  resolution!: string;
}

class RejectionRequest {
  @TextField(500)
  reason!: string;
}

/** Runs: the shares of a season worked out, put to the assembly, and approved by a second person. */
@ApiTags('runs')
@Controller('runs')
export class RunsController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly database: Database,
    private readonly reader: ListReader,
    private readonly proposeRun: ProposeRun,
    private readonly approveRun: ApproveRun,
    private readonly rejectRun: RejectRun,
    private readonly proposeReversal: ProposeReversal,
    private readonly reverseRun: ReverseRun,
    private readonly rejectReversal: RejectReversal,
    private readonly verifyRun: VerifyRun,
  ) {}

  /** Who holds no office sees a run from the day that it was put to the assembly. */
  @Get()
  @Roles('member', 'manager', 'treasurer', 'president', 'integrator')
  @Lists('runs.list', runs)
  list(@Query() query: RunsQuery, @List() request: ListRequest): Promise<RowsOf<typeof runs>> {
    return this.reader.answer(request, runs, query, holdsOffice(request.principal) ? {} : { proposed: 'true' });
  }

  @Post(':id/proposal')
  @Roles('treasurer')
  @Sensitive()
  @Does('runs.propose', MovedRunAnswer)
  @Refuses('wrong-state', 'run-outdated')
  propose(
    @IdInPath('id', 'run') id: string,
    @Command({ bodiless: true }) command: CommandRequest,
  ): Promise<MovedRunAnswer> {
    return this.desk.run(command, (tx) => this.proposeRun.run(tx, id, command.principal.user), 'none');
  }

  @Post(':id/approval')
  @Roles('president')
  @Sensitive()
  @Does('runs.approve', ApprovedRunAnswer)
  @Refuses('wrong-state', 'second-person-needed', 'run-exists', 'run-outdated', 'run-edited', ...OF_RESOLUTIONS)
  approve(
    @IdInPath('id', 'run') id: string,
    @Body() { resolution }: ApprovalRequest,
    @Command() command: CommandRequest,
  ): Promise<ApprovedRunAnswer> {
    const { principal } = command;
    return this.desk.run(command, (tx) => this.approveRun.run(tx, id, resolution, principal), 'exclusive');
  }

  @Post(':id/rejection')
  @Roles('treasurer', 'president')
  @Sensitive()
  @Does('runs.reject', MovedRunAnswer)
  @Refuses('wrong-state')
  reject(
    @IdInPath('id', 'run') id: string,
    @Body() { reason }: RejectionRequest,
    @Command() command: CommandRequest,
  ): Promise<MovedRunAnswer> {
    return this.desk.run(command, (tx) => this.rejectRun.run(tx, id, reason, command.principal.user), 'none');
  }

  /** The run stands until a second person confirms it. */
  @Post(':id/reversal/proposal')
  @Roles('treasurer')
  @Sensitive()
  @Does('run-reversals.propose', MovedRunAnswer)
  @Refuses('wrong-state', 'run-followed', 'reversal-proposed')
  askReversal(
    @IdInPath('id', 'run') id: string,
    @Body() { reason }: RejectionRequest,
    @Command() command: CommandRequest,
  ): Promise<MovedRunAnswer> {
    const { user } = command.principal;
    return this.desk.run(command, (tx) => this.proposeReversal.run(tx, id, reason, user), 'exclusive');
  }

  /** Takes back what the run posted; what families were paid stays paid and stands against the next run. */
  @Post(':id/reversal/approval')
  @Roles('president')
  @Sensitive()
  @Does('run-reversals.approve', ReversedRunAnswer)
  @Refuses('wrong-state', 'reversal-not-proposed', 'second-person-needed', 'run-followed', ...OF_RESOLUTIONS)
  reverse(
    @IdInPath('id', 'run') id: string,
    @Body() { resolution }: RunReversalRequest,
    @Command() command: CommandRequest,
  ): Promise<ReversedRunAnswer> {
    const { principal } = command;
    return this.desk.run(command, (tx) => this.reverseRun.run(tx, id, resolution, principal), 'exclusive');
  }

  /** The run stays as it was approved. */
  @Post(':id/reversal/rejection')
  @Roles('treasurer', 'president')
  @Sensitive()
  @Does('run-reversals.reject', MovedRunAnswer)
  @Refuses('wrong-state', 'reversal-not-proposed')
  keep(
    @IdInPath('id', 'run') id: string,
    @Command({ bodiless: true }) command: CommandRequest,
  ): Promise<MovedRunAnswer> {
    return this.desk.run(command, (tx) => this.rejectReversal.run(tx, id), 'exclusive');
  }

  @Get(':id')
  @Roles('manager', 'treasurer', 'president')
  @Shows('runs.show', ShownRun)
  one(@IdInPath('id', 'run') id: string, @CurrentPrincipal() principal: Principal): Promise<ShownRun> {
    return this.read(principal, (tx) => showRun(tx, id));
  }

  /** What each household is paid, and each of its members gets. */
  @Get(':id/shares')
  @Roles('manager', 'treasurer', 'president')
  @Lists('shares.list', shares)
  async shares(
    @IdInPath('id', 'run') id: string,
    @Query() query: ListQuery,
    @List() request: ListRequest,
  ): Promise<RowsOf<typeof shares>> {
    await this.read(request.principal, (tx) => refuseUnknownRun(tx, id));
    return this.reader.answer(request, shares, query, { run: id });
  }

  /** The document from which anybody can work the shares out again. */
  @Get(':id/case')
  @Roles('manager', 'treasurer', 'president')
  @Shows('cases.show', CaseDocument)
  case(@IdInPath('id', 'run') id: string, @CurrentPrincipal() principal: Principal): Promise<CaseDocument> {
    return this.read(principal, (tx) => showCase(tx, id));
  }

  @Get(':id/verification')
  @Roles('manager', 'treasurer', 'president')
  @Shows('runs.verify', Verification)
  verification(@IdInPath('id', 'run') id: string, @CurrentPrincipal() principal: Principal): Promise<Verification> {
    return this.read(principal, (tx) => this.verifyRun.run(tx, id));
  }

  /** A member reads her own, once the run was put to the assembly. */
  @Get(':id/statements/members/:number')
  @Roles('member', 'manager', 'treasurer', 'president')
  @Shows('member-statements.show', ShownMemberStatement)
  memberStatement(
    @IdInPath('id', 'run') id: string,
    @CodeInPath('number', 'member') member: string,
    @CurrentPrincipal() principal: Principal,
    @Req() request: Request,
  ): Promise<ShownMemberStatement> {
    const own = onlyOwn(principal);
    if (own !== null && nameKey(own) !== nameKey(member)) throw new Refusal('not-yours');
    return this.read(principal, (tx) => showMemberStatement(tx, id, member, languageAskedBy(request), own));
  }

  /** A member reads that of her own household, once the run was put to the assembly. */
  @Get(':id/statements/households/:code')
  @Roles('member', 'manager', 'treasurer', 'president')
  @Shows('household-statements.show', ShownHouseholdStatement)
  householdStatement(
    @IdInPath('id', 'run') id: string,
    @CodeInPath('code', 'household') household: string,
    @CurrentPrincipal() principal: Principal,
    @Req() request: Request,
  ): Promise<ShownHouseholdStatement> {
    const own = onlyOwn(principal);
    return this.read(principal, (tx) => showHouseholdStatement(tx, id, household, languageAskedBy(request), own));
  }

  private read<Answer>({ coop }: Principal, query: (tx: Transaction) => Promise<Answer>): Promise<Answer> {
    return this.database.read(coop, query);
  }
}
