import { Body, Controller, Get, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { nameKey, parseDay, Refusal, type Day, type DayRange, type Membership } from '@ayni/kernel';
import { Database } from '@ayni/database/database';
import { changesOf } from '@ayni/facts/registered/changes';
import { CurrentPrincipal, Roles } from '@ayni/http/auth/auth.guard';
import { holdsOffice, type Principal } from '@ayni/http/auth/principal';
import { CodeInPath } from '@ayni/http/code-in-path';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, IfMatch, type CommandRequest } from '@ayni/http/commands/command-request';
import { BringsRows, Rows, type Load } from '@ayni/http/commands/load';
import { CommandDone, LoadAnswer, TrialAnswer } from '@ayni/http/commands/load-answer';
import { SingleLoads } from '@ayni/http/commands/loads';
import { CodeField, DayField, OneOfField, ShownListField, TextField, VersionField } from '@ayni/http/fields';
import { Does, Lists, Refuses, Shows, type RowsOf } from '@ayni/http/operations';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery, narrowedToOwn } from '@ayni/http/listing';
import type { Response } from 'express';
import { LEAVINGS, type Leaving, type Member, type MemberDraft } from '../domain/member.js';
import { ChangeMember } from '../use-cases/change-member/change-member.use-case.js';
import { DepartMember } from '../use-cases/depart-member/depart-member.use-case.js';
import { MemberRow, memberNumbers, members as listMembers } from '../use-cases/list-members/list-members.query.js';
import {
  RegisterMembers,
  toldOf,
  type LateMember,
  type Registered,
} from '../use-cases/register-members/register-members.use-case.js';
import { ReturnMember } from '../use-cases/return-member/return-member.use-case.js';
import { ShowMember } from '../use-cases/show-member/show-member.query.js';
import { withEntityTag } from '@ayni/http/entity-tag';
import {
  ChangeMemberRequest,
  DepartureRequest,
  MemberRequest,
  MembersQuery,
  ReturnRequest,
} from './members.request.js';

const COUNTS_FROM =
  'the day from which her membership counts: after the seasons that are closed; null where it had ended';

const OF_ADMISSION = [
  'unknown-reference',
  'admission-needs-resolution',
  'resolution-not-carried',
  'resolution-covers-other',
  'resolution-later',
] as const;

class ChangedMember extends CommandDone {
  @CodeField() number!: string;
  @VersionField() version!: number;
}

class ReturnedMember extends ChangedMember {
  @DayField({ nullable: true, description: COUNTS_FROM }) countsFrom!: Day | null;
}

class LateMemberRow implements LateMember {
  @CodeField() number!: string;
  @DayField({ nullable: true, description: COUNTS_FROM }) countsFrom!: Day | null;
}

const LATE = { optional: true, description: 'who joined before a closed season ended' };

class RegisteredMembers extends LoadAnswer {
  @ShownListField(() => LateMemberRow, LATE)
  late?: readonly LateMember[];
}

class TriedMembers extends TrialAnswer {
  @ShownListField(() => LateMemberRow, LATE)
  late?: readonly LateMember[];
}

class MembershipPeriod implements Membership {
  @DayField() joinedOn!: Day;
  @DayField({ nullable: true, description: 'its last day, which still counts' }) leftOn!: Day | null;
}

class UncountedDays implements DayRange {
  @DayField() from!: Day;
  @DayField({ description: 'the day after the last of them' }) until!: Day;
}

class MemberAnswer extends MemberRow {
  @ShownListField(() => MembershipPeriod, { description: 'from when to when she is a member' })
  periods!: readonly Membership[];
  @ShownListField(() => UncountedDays, { description: 'of seasons that had been closed when they were entered' })
  uncounted!: readonly DayRange[];
  @TextField(500, { nullable: true, description: 'why she left' }) leftReason!: string | null;
  @OneOfField(LEAVINGS, { nullable: true }) leftCause!: Leaving | null;
}

const changes = changesOf('member');

/** The register: who belongs to which household, from when to when. */
@ApiTags('members')
@Controller('members')
export class MembersController {
  private readonly loads: SingleLoads<MemberRequest, Registered>;

  constructor(
    private readonly desk: CommandDesk,
    private readonly database: Database,
    private readonly reader: ListReader,
    registerMembers: RegisterMembers,
    private readonly changeMember: ChangeMember,
    private readonly departMember: DepartMember,
    private readonly returnMember: ReturnMember,
    private readonly showMember: ShowMember,
  ) {
    this.loads = new SingleLoads(
      desk,
      { at: 'number' },
      (tx, rows, by) =>
        registerMembers.run(
          tx,
          rows.map(toDraft),
          rows.map(({ resolution }) => resolution ?? null),
          by.user,
        ),
      'shared',
      (answers) => toldOf(answers.flatMap(({ late }) => late ?? [])),
    );
  }

  @Post()
  @Roles('manager', 'president')
  @Refuses(...OF_ADMISSION)
  @BringsRows('members.register', MemberRequest, {}, RegisteredMembers, TriedMembers)
  register(@Rows(MemberRequest) load: Load<MemberRequest>): Promise<LoadAnswer | TrialAnswer> {
    return this.loads.run(load);
  }

  @Patch(':number')
  @Roles('manager', 'president')
  @Refuses('unknown-reference')
  @Shows('members.change', ChangedMember)
  async change(
    @CodeInPath('number', 'member') code: string,
    @Body() changes: ChangeMemberRequest,
    @IfMatch() version: number,
    @Command() command: CommandRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ChangedMember> {
    const answer = await this.desk.run(
      command,
      (tx) => this.changeMember.run(tx, code, version, changes, command.principal.user),
      'none',
    );
    return withEntityTag(response, answer);
  }

  @Post(':number/departure')
  @Roles('manager', 'president')
  @Refuses('already-left', 'wrong-order', 'season-closed')
  @Does('members.depart', ChangedMember)
  async depart(
    @CodeInPath('number', 'member') code: string,
    @Body() { leftOn, reason, cause }: DepartureRequest,
    @Command() command: CommandRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ChangedMember> {
    const departure = { leftOn: parseDay(leftOn, '/leftOn'), reason, cause: cause ?? null };
    const answer = await this.desk.run(command, (tx) =>
      this.departMember.run(tx, code, departure, command.principal.user),
    );
    return withEntityTag(response, answer);
  }

  /** She who left becomes a member again; debts, capital and ties are still hers. */
  @Post(':number/return')
  @Roles('manager', 'president')
  @Does('members.return', ReturnedMember)
  @Refuses('still-member', 'wrong-order', 'day-in-future', ...OF_ADMISSION)
  async comeBack(
    @CodeInPath('number', 'member') code: string,
    @Body() asked: ReturnRequest,
    @Command() command: CommandRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReturnedMember> {
    const period = {
      joinedOn: parseDay(asked.joinedOn, '/joinedOn'),
      leftOn: asked.leftOn ? parseDay(asked.leftOn, '/leftOn') : null,
    };
    const answer = await this.desk.run(command, (tx) =>
      this.returnMember.run(tx, code, period, asked.resolution ?? null, command.principal.user),
    );
    return withEntityTag(response, answer);
  }

  @Get()
  @Roles('member', 'manager', 'treasurer', 'president', 'integrator')
  @Lists('members.list', listMembers, memberNumbers)
  list(
    @Query() query: MembersQuery,
    @List() request: ListRequest,
  ): Promise<RowsOf<typeof listMembers> | RowsOf<typeof memberNumbers>> {
    const { principal } = request;
    const outsider = !holdsOffice(principal) && principal.member === null && principal.roles.includes('integrator');
    return outsider
      ? this.reader.answer(request, memberNumbers, query)
      : this.reader.answer(request, listMembers, query, narrowedToOwn(principal, query, '/member'));
  }

  @Get(':number')
  @Roles('member', 'manager', 'treasurer', 'president')
  @Shows('members.show', MemberAnswer)
  async one(
    @CodeInPath('number', 'member') code: string,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Member> {
    if (!holdsOffice(principal) && nameKey(code) !== nameKey(principal.member ?? '')) throw new Refusal('not-yours');
    const member = await this.database.read(principal.coop, (tx) => this.showMember.run(tx, code));
    withEntityTag(response, member);
    return member;
  }

  @Get(':number/changes')
  @Roles('member', 'manager', 'treasurer', 'president')
  @Lists('members.changes', changes)
  async changes(
    @CodeInPath('number', 'member') code: string,
    @Query() query: ListQuery,
    @List() request: ListRequest,
  ): Promise<RowsOf<typeof changes>> {
    const { principal } = request;
    if (!holdsOffice(principal) && nameKey(code) !== nameKey(principal.member ?? '')) throw new Refusal('not-yours');
    const { number } = await this.database.read(principal.coop, (tx) => this.showMember.run(tx, code));
    return this.reader.answer(request, changes, query, { code: number });
  }
}

function toDraft({ resolution: _, ...row }: MemberRequest, i: number): MemberDraft {
  const leftOn = row.leftOn ?? null;
  return {
    ...row,
    joinedOn: parseDay(row.joinedOn, `/rows/${i}/joinedOn`),
    leftOn: leftOn === null ? null : parseDay(leftOn, `/rows/${i}/leftOn`),
  };
}
