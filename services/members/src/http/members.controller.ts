import { Body, Controller, Get, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseDay, Refusal } from '@ayni/kernel';
import { Database, newCommandId } from '@ayni/messaging';
import {
  codeInPath,
  Command,
  CommandDesk,
  CurrentPrincipal,
  IfMatch,
  ListReader,
  onlyOwn,
  Roles,
  type CommandRequest,
  type Principal,
} from '@ayni/service-kit';
import type { Request, Response } from 'express';
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
    @Param('number') number: string,
    @Body() changes: ChangeMemberRequest,
    @IfMatch() version: number,
    @Command() command: CommandRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    const code = codeInPath(number, 'member');
    const answer = await this.desk.run(command, (tx) => this.changeMember.run(tx, code, version, changes), 'none');
    return withEntityTag(response, answer);
  }

  @Post(':number/departure')
  @Roles('manager', 'president')
  async depart(
    @Param('number') number: string,
    @Body() { leftOn, reason }: DepartureRequest,
    @Command() command: CommandRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    const code = codeInPath(number, 'member');
    const departure = { leftOn: parseDay(leftOn, '/leftOn'), reason };
    const answer = await this.desk.run(command, (tx) => this.departMember.run(tx, code, departure));
    return withEntityTag(response, answer);
  }

  @Get()
  @Roles('member', 'manager', 'treasurer', 'president', 'integrator')
  list(
    @Query() query: MembersQuery,
    @CurrentPrincipal() principal: Principal,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { roles, member } = principal;
    const outsider = !holdsOffice(principal) && member === null && roles.includes('integrator');
    const own = outsider ? null : onlyOwn(principal);
    if (own !== null && query.member !== undefined && query.member !== own) throw new Refusal('not-yours', '/member');
    const narrowing = { member: own ?? query.member, household: query.household };
    const listing = outsider ? memberNumbers : listMembers;
    return this.reader.answer(principal.coop, listing, query, narrowing, request, response);
  }

  @Get(':number')
  @Roles('member', 'manager', 'treasurer', 'president')
  async one(
    @Param('number') number: string,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Member> {
    const code = codeInPath(number, 'member');
    if (!holdsOffice(principal) && code !== principal.member) throw new Refusal('not-yours');
    const member = await this.database.read(principal.coop, newCommandId(), (tx) => this.members.find(tx, code));
    if (!member) throw new Refusal('not-found', '', { what: `member ${code}` });
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
