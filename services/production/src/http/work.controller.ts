import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CodesField, CountField, OneOfField } from '@ayni/http/fields';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { CommandDone } from '@ayni/http/commands/load-answer';
import { ListReader } from '@ayni/http/list-reader';
import { MemberListQuery, narrowedToOwn } from '@ayni/http/listing';
import { ByPeople, Roles } from '@ayni/http/auth/auth.guard';
import { factController } from '@ayni/facts/fact-controller';
import { work } from '../facts/work.js';
import { CONFIRMING_ROLES, ConfirmWork } from '../use-cases/confirm-work/confirm-work.use-case.js';
import { KeepWork } from '../use-cases/keep-work/keep-work.use-case.js';

class ConfirmWorkRequest {
  @CodesField()
  codes!: string[];
}

class ConfirmWorkAnswer extends CommandDone {
  @CountField({ description: 'records that were not confirmed before' })
  confirmed!: number;

  @CountField({ description: 'records that were' })
  unchanged!: number;
}

class WorkQuery extends MemberListQuery {
  @OneOfField(['true', 'false'], { optional: true })
  confirmed?: string;
}

/** Work for the co-op: entered by a manager or by who did it, confirmed by somebody else, never changed. */
@ApiTags('work')
@Controller('work')
export class WorkController extends factController(
  work,
  KeepWork,
  {
    record: ['manager', 'member'],
    reverse: ['manager', 'member'],
    list: ['member', 'manager', 'treasurer', 'president'],
  },
  { asked: WorkQuery, narrowed: (principal, query) => narrowedToOwn(principal, query, '/member') },
) {
  constructor(
    private readonly commands: CommandDesk,
    reader: ListReader,
    keep: KeepWork,
    private readonly confirmWork: ConfirmWork,
  ) {
    super(commands, reader, keep);
  }

  @Post('confirmations')
  @ByPeople()
  @Roles(...CONFIRMING_ROLES)
  @ApiOperation({ operationId: 'work.confirm' })
  @ApiCreatedResponse({ type: ConfirmWorkAnswer })
  confirm(@Body() { codes }: ConfirmWorkRequest, @Command() command: CommandRequest): Promise<ConfirmWorkAnswer> {
    return this.commands.run(command, (tx) => this.confirmWork.run(tx, codes, command.principal));
  }
}
