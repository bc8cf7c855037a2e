import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ByPeople, Roles } from '@ayni/http/auth/auth.guard';
import { CodeInPath } from '@ayni/http/code-in-path';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { Does, Lists, Refuses, type RowsOf } from '@ayni/http/operations';
import { Sensitive } from '@ayni/http/trail/act';
import { DecideWaiting } from '../use-cases/decide-waiting/decide-waiting.use-case.js';
import { waitingChanges } from '../use-cases/list-waiting/list-waiting.query.js';
import { ChangedUser } from './users.controller.js';

/** Changes of officers: where there are two, none of them names another alone. */
@ApiTags('users')
@Controller('waiting-changes')
export class WaitingChangesController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly reader: ListReader,
    private readonly decideWaiting: DecideWaiting,
  ) {}

  @Get()
  @Roles('president', 'treasurer', 'manager')
  @Lists('waiting-changes.list', waitingChanges)
  list(@Query() query: ListQuery, @List() request: ListRequest): Promise<RowsOf<typeof waitingChanges>> {
    return this.reader.answer(request, waitingChanges, query);
  }

  @Post(':user/confirmation')
  @Roles('president', 'treasurer', 'manager')
  @ByPeople()
  @Sensitive()
  @Refuses('for-people', 'second-person-needed')
  @Does('waiting-changes.confirm', ChangedUser)
  confirm(
    @CodeInPath('user', 'change') name: string,
    @Command({ bodiless: true }) command: CommandRequest,
  ): Promise<ChangedUser> {
    const { user, member } = command.principal;
    return this.desk.run(command, (tx) => this.decideWaiting.confirm(tx, name, { name: user, member }), 'none');
  }

  @Post(':user/rejection')
  @Roles('president', 'treasurer', 'manager')
  @ByPeople()
  @Sensitive()
  @Refuses('for-people')
  @Does('waiting-changes.reject', ChangedUser)
  reject(
    @CodeInPath('user', 'change') name: string,
    @Command({ bodiless: true }) command: CommandRequest,
  ): Promise<ChangedUser> {
    return this.desk.run(command, (tx) => this.decideWaiting.reject(tx, name), 'none');
  }
}
