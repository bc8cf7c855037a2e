import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database } from '@ayni/database/database';
import { ByPeople, CurrentPrincipal, Roles } from '@ayni/http/auth/auth.guard';
import { holdsOffice, type Principal } from '@ayni/http/auth/principal';
import { CodeInPath } from '@ayni/http/code-in-path';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { CommandDone, LoadAnswer } from '@ayni/http/commands/load-answer';
import { CodeField, CountField, OneOfField, YesNoField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { Does, Lists, Refuses, Shows, type RowsOf } from '@ayni/http/operations';
import { Sensitive } from '@ayni/http/trail/act';
import { parseDay, parseInstant } from '@ayni/kernel';
import { CallAssembly } from '../use-cases/call-assembly/call-assembly.use-case.js';
import { CancelAssembly } from '../use-cases/cancel-assembly/cancel-assembly.use-case.js';
import { CloseAssembly } from '../use-cases/close-assembly/close-assembly.use-case.js';
import { assemblies } from '../use-cases/list-assemblies/list-assemblies.query.js';
import { attendance } from '../use-cases/list-attendance/list-attendance.query.js';
import { votes } from '../use-cases/list-votes/list-votes.query.js';
import { OpenAssembly } from '../use-cases/open-assembly/open-assembly.use-case.js';
import { AssemblyAnswer, ShowAssembly } from '../use-cases/show-assembly/show-assembly.query.js';
import { TickAttendance } from '../use-cases/tick-attendance/tick-attendance.use-case.js';
import { AttendanceRequest, CallRequest, CancellationRequest, OpeningRequest } from './assemblies.request.js';
import { coversOf } from './covered.request.js';

class AssemblyDone extends CommandDone {
  @CodeField() code!: string;
}

class CalledAssembly extends AssemblyDone {
  @YesNoField({ description: 'whether it was called with too few days of notice' }) late!: boolean;
}

class OpenedAssembly extends AssemblyDone {
  @OneOfField(['first', 'second']) call!: 'first' | 'second';
  @CountField({ description: 'how many members it took' }) needed!: number;
  @CountField() members!: number;
  @CountField() present!: number;
}

/** Assemblies: called, attended, held and closed. */
@ApiTags('assemblies')
@Controller('assemblies')
export class AssembliesController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly database: Database,
    private readonly reader: ListReader,
    private readonly callAssembly: CallAssembly,
    private readonly cancelAssembly: CancelAssembly,
    private readonly tickAttendance: TickAttendance,
    private readonly openAssembly: OpenAssembly,
    private readonly closeAssembly: CloseAssembly,
    private readonly showAssembly: ShowAssembly,
  ) {}

  @Post()
  @Roles('manager', 'president')
  @Sensitive()
  @Refuses('call-too-late', 'day-in-future', 'wrong-order', 'unknown-field', 'duplicate-code')
  @Does('assemblies.call', CalledAssembly)
  call(@Body() asked: CallRequest, @Command() command: CommandRequest): Promise<CalledAssembly> {
    const startsAt = parseInstant(asked.startsAt, '/startsAt');
    const calledOn = asked.calledOn ? parseDay(asked.calledOn, '/calledOn') : null;
    const agenda = asked.agenda.map(({ kind, subject, covers }) => ({ kind, subject, covers: coversOf(covers) }));
    const call = { startsAt, place: asked.place, calledOn, agenda };
    return this.desk.run(command, (tx) => this.callAssembly.run(tx, call, command.principal.user), 'exclusive');
  }

  @Get()
  @Roles('member', 'manager', 'treasurer', 'president')
  @Lists('assemblies.list', assemblies)
  list(@Query() query: ListQuery, @List() request: ListRequest): Promise<RowsOf<typeof assemblies>> {
    return this.reader.answer(request, assemblies, query);
  }

  @Get(':code')
  @Roles('member', 'manager', 'treasurer', 'president')
  @Shows('assemblies.show', AssemblyAnswer)
  one(
    @CodeInPath('code', 'assembly') code: string,
    @CurrentPrincipal() { coop, member }: Principal,
  ): Promise<AssemblyAnswer> {
    return this.database.read(coop, (tx) => this.showAssembly.run(tx, code, member));
  }

  @Post(':code/cancellation')
  @Roles('manager', 'president')
  @ByPeople()
  @Sensitive()
  @Refuses('for-people', 'wrong-state')
  @Does('assemblies.cancel', AssemblyDone)
  cancel(
    @CodeInPath('code', 'assembly') code: string,
    @Body() { reason }: CancellationRequest,
    @Command() command: CommandRequest,
  ): Promise<AssemblyDone> {
    return this.desk.run(command, (tx) => this.cancelAssembly.run(tx, code, reason, command.principal.user), 'none');
  }

  @Get(':code/attendance')
  @Roles('member', 'manager', 'treasurer', 'president')
  @Lists('attendance.list', attendance)
  async attendance(
    @CodeInPath('code', 'assembly') code: string,
    @Query() query: ListQuery,
    @List() request: ListRequest,
  ): Promise<RowsOf<typeof attendance>> {
    await this.checkWasThere(code, request.principal);
    return this.reader.answer(request, attendance, query, { assembly: code });
  }

  /** Ticks off who is there, and who is not after all. */
  @Post(':code/attendance')
  @Roles('manager', 'treasurer', 'president')
  @Refuses('wrong-state', 'not-member-that-day', 'has-voted', 'duplicate-code')
  @Does('attendance.tick', LoadAnswer)
  tick(
    @CodeInPath('code', 'assembly') code: string,
    @Body() { rows }: AttendanceRequest,
    @Command() command: CommandRequest,
  ): Promise<LoadAnswer> {
    return this.desk.run(command, (tx) => this.tickAttendance.run(tx, code, rows, command.principal.user), 'none');
  }

  @Post(':code/opening')
  @Roles('manager', 'president')
  @ByPeople()
  @Sensitive()
  @Refuses('for-people', 'wrong-state', 'no-quorum', 'assembly-other-day', 'day-in-future')
  @Does('assemblies.open', OpenedAssembly)
  open(
    @CodeInPath('code', 'assembly') code: string,
    @Body() asked: OpeningRequest,
    @Command() command: CommandRequest,
  ): Promise<OpenedAssembly> {
    const openedAt = asked.openedAt ? parseInstant(asked.openedAt, '/openedAt') : null;
    return this.desk.run(command, (tx) => this.openAssembly.run(tx, code, openedAt, command.principal.user), 'none');
  }

  @Post(':code/closing')
  @Roles('manager', 'president')
  @ByPeople()
  @Sensitive()
  @Refuses('for-people', 'wrong-state', 'still-voting')
  @Does('assemblies.close', AssemblyDone)
  close(
    @CodeInPath('code', 'assembly') code: string,
    @Command({ bodiless: true }) command: CommandRequest,
  ): Promise<AssemblyDone> {
    return this.desk.run(command, (tx) => this.closeAssembly.run(tx, code, command.principal.user), 'none');
  }

  /** The votes of its open ballots, for whoever was there to count again. */
  @Get(':code/votes')
  @Roles('member', 'manager', 'treasurer', 'president')
  @Lists('votes.list', votes)
  async votes(
    @CodeInPath('code', 'assembly') code: string,
    @Query() query: ListQuery,
    @List() request: ListRequest,
  ): Promise<RowsOf<typeof votes>> {
    await this.checkWasThere(code, request.principal);
    return this.reader.answer(request, votes, query, { assembly: code });
  }

  private async checkWasThere(code: string, principal: Principal): Promise<void> {
    await this.database.read(principal.coop, (tx) =>
      this.showAssembly.checkSees(tx, code, { isOfficer: holdsOffice(principal), member: principal.member }),
    );
  }
}
