import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ReversalRequest } from '@ayni/facts/reversal.request';
import { Roles } from '@ayni/http/auth/auth.guard';
import { CodeInPath } from '@ayni/http/code-in-path';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { ListField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { careReader } from '../domain/care.js';
import { care, seenBy } from '../use-cases/list-care/list-care.query.js';
import { RecordCare } from '../use-cases/record-care/record-care.use-case.js';
import { ReverseCare } from '../use-cases/reverse-care/reverse-care.use-case.js';
import { LabourRequest, toLabour } from './labour.request.js';
import { recorderOf } from './recorder.js';

class RecordCareRequest {
  @ListField(() => LabourRequest)
  rows!: LabourRequest[];
}

/** Care for people, private by default: seen by who did it, and by the manager who entered it. */
@ApiTags('care')
@Controller('care')
export class CareController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly reader: ListReader,
    private readonly recordCare: RecordCare,
    private readonly reverseCare: ReverseCare,
  ) {}

  @Post()
  @Roles('manager', 'member')
  record(@Body() { rows }: RecordCareRequest, @Command() command: CommandRequest): Promise<object> {
    const recorder = recorderOf(command.principal);
    return this.desk.run(command, (tx) => this.recordCare.run(tx, rows.map(toLabour), recorder));
  }

  @Post(':code/reversal')
  @Roles('manager', 'member')
  reverse(
    @CodeInPath('code', 'care') code: string,
    @Body() { reason }: ReversalRequest,
    @Command() command: CommandRequest,
  ): Promise<object> {
    const recorder = recorderOf(command.principal);
    return this.desk.run(command, (tx) => this.reverseCare.run(tx, { code, reason }, recorder));
  }

  @Get()
  @Roles('manager', 'member')
  list(@Query() query: ListQuery, @List() request: ListRequest): Promise<object> {
    const reader = careReader(recorderOf(request.principal));
    return this.reader.answer(request, care, query, seenBy(reader));
  }
}
