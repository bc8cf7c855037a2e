import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ReversalRequest } from '@ayni/facts/reversal.request';
import { Roles } from '@ayni/http/auth/auth.guard';
import { CodeInPath } from '@ayni/http/code-in-path';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { CodeField, CodesField, ListField, OneOfField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { MemberListQuery, narrowedToOwn } from '@ayni/http/listing';
import { ConfirmWork } from '../use-cases/confirm-work/confirm-work.use-case.js';
import { work } from '../use-cases/list-work/list-work.query.js';
import { RecordWork } from '../use-cases/record-work/record-work.use-case.js';
import { ReverseWork } from '../use-cases/reverse-work/reverse-work.use-case.js';
import { LabourRequest, toLabour } from './labour.request.js';
import { recorderOf } from './recorder.js';

class WorkRequest extends LabourRequest {
  @CodeField({ optional: true, description: 'where it was done' })
  structure?: string | null;
}

class RecordWorkRequest {
  @ListField(() => WorkRequest)
  rows!: WorkRequest[];
}

class ConfirmWorkRequest {
  @CodesField()
  codes!: string[];
}

class WorkQuery extends MemberListQuery {
  @OneOfField(['true', 'false'], { optional: true })
  confirmed?: string;
}

/** Work for the co-op: entered by a manager or by who did it, confirmed by somebody else, never changed. */
@ApiTags('work')
@Controller('work')
export class WorkController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly reader: ListReader,
    private readonly recordWork: RecordWork,
    private readonly confirmWork: ConfirmWork,
    private readonly reverseWork: ReverseWork,
  ) {}

  @Post()
  @Roles('manager', 'member')
  record(@Body() { rows }: RecordWorkRequest, @Command() command: CommandRequest): Promise<object> {
    const recorder = recorderOf(command.principal);
    const records = rows.map((row, i) => ({ ...toLabour(row, i), structure: row.structure ?? null }));
    return this.desk.run(command, (tx) => this.recordWork.run(tx, records, recorder));
  }

  @Post('confirmations')
  @Roles('manager', 'president')
  confirm(@Body() { codes }: ConfirmWorkRequest, @Command() command: CommandRequest): Promise<object> {
    return this.desk.run(command, (tx) => this.confirmWork.run(tx, codes, command.principal));
  }

  @Post(':code/reversal')
  @Roles('manager', 'member')
  reverse(
    @CodeInPath('code', 'work') code: string,
    @Body() { reason }: ReversalRequest,
    @Command() command: CommandRequest,
  ): Promise<object> {
    const recorder = recorderOf(command.principal);
    return this.desk.run(command, (tx) => this.reverseWork.run(tx, { code, reason }, recorder), 'exclusive');
  }

  @Get()
  @Roles('member', 'manager', 'treasurer', 'president')
  list(@Query() query: WorkQuery, @List() request: ListRequest): Promise<object> {
    return this.reader.answer(request, work, query, narrowedToOwn(request.principal, query, '/member'));
  }
}
