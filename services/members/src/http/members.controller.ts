import { Body, Controller, Get, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { found, parseDay, Refusal } from '@ayni/kernel';
import { Database } from '@ayni/database/database';
import { CurrentPrincipal, Roles } from '@ayni/http/auth/auth.guard';
import type { Principal } from '@ayni/http/auth/principal';
import { CodeInPath } from '@ayni/http/code-in-path';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, IfMatch, type CommandRequest } from '@ayni/http/commands/command-request';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { narrowedToOwn } from '@ayni/http/listing';
import type { Response } from 'express';
import type { Member, MemberDraft } from '../domain/member.js';
import { MembersPort } from '../domain/members.port.js';
import { ChangeMember } from '../use-cases/change-member/change-member.use-case.js';
import { DepartMember } from '../use-cases/depart-member/depart-member.use-case.js';
import { memberNumbers, members as listMembers } from '../use-cases/list-members/list-members.query.js';
import { RegisterMembers } from '../use-cases/register-members/register-members.use-case.js';
import { withEntityTag } from './entity-tag.js';
import {
  ChangeMemberRequest,
  DepartureRequest,
  MembersQuery,
  RegisterMembersRequest,
  type MemberRequest,
} from './members.request.js';

/** The register: who belongs to which household, from when to when. */
@ApiTags('members')
@Controller('members')
export class MembersController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly database: Database,
    private readonly reader: ListReader,
    private readonly registerMembers: RegisterMembers,
    private readonly changeMember: ChangeMember,
    private readonly departMember: DepartMember,
    private readonly members: MembersPort,
  ) {}

  @Post()
  @Roles('manager', 'president')
  register(@Body() { rows }: RegisterMembersRequest, @Command() command: CommandRequest): Promise<object> {
    const drafts = rows.map(toDraft);
    return this.desk.run(command, (tx) => this.registerMembers.run(tx, drafts, command.principal.user));
  }

  @Patch(':number')
  @Roles('manager', 'president')
  async change(
    @CodeInPath('number', 'member') code: string,
    @Body() changes: ChangeMemberRequest,
    @IfMatch() version: number,
    @Command() command: CommandRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    const answer = await this.desk.run(command, (tx) => this.changeMember.run(tx, code, version, changes), 'none');
    return withEntityTag(response, answer);
  }

  @Post(':number/departure')
  @Roles('manager', 'president')
  async depart(
    @CodeInPath('number', 'member') code: string,
    @Body() { leftOn, reason }: DepartureRequest,
    @Command() command: CommandRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    const departure = { leftOn: parseDay(leftOn, '/leftOn'), reason };
    const answer = await this.desk.run(command, (tx) => this.departMember.run(tx, code, departure));
    return withEntityTag(response, answer);
  }

  @Get()
  @Roles('member', 'manager', 'treasurer', 'president', 'integrator')
  list(@Query() query: MembersQuery, @List() request: ListRequest): Promise<object> {
    const { principal } = request;
    const outsider = !holdsOffice(principal) && principal.member === null && principal.roles.includes('integrator');
    return outsider
      ? this.reader.answer(request, memberNumbers, query)
      : this.reader.answer(request, listMembers, query, narrowedToOwn(principal, query, '/member'));
  }

  @Get(':number')
  @Roles('member', 'manager', 'treasurer', 'president')
  async one(
    @CodeInPath('number', 'member') code: string,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Member> {
    if (!holdsOffice(principal) && code !== principal.member) throw new Refusal('not-yours');
    const member = found(await this.database.read(principal.coop, (tx) => this.members.find(tx, code)), 'member', code);
    withEntityTag(response, member);
    return member;
  }
}

/** Whether she holds an office, and so sees the names of all. */
const holdsOffice = ({ roles }: Principal): boolean =>
  roles.includes('president') || roles.includes('treasurer') || roles.includes('manager');

function toDraft(row: MemberRequest, i: number): MemberDraft {
  const leftOn = row.leftOn ?? null;
  return {
    ...row,
    joinedOn: parseDay(row.joinedOn, `/rows/${i}/joinedOn`),
    leftOn: leftOn === null ? null : parseDay(leftOn, `/rows/${i}/leftOn`),
  };
}
