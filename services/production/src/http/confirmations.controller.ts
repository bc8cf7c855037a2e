import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiExcludeController, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CodesField, CountField } from '@ayni/http/fields';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Refuses } from '@ayni/http/operations';
import { CommandDone } from '@ayni/http/commands/load-answer';
import { ByPeople, Roles } from '@ayni/http/auth/auth.guard';
import { CONFIRMING_ROLES, ConfirmWork } from '../use-cases/confirm-work/confirm-work.use-case.js';

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

/** Work is confirmed by another person than who did it. */
@ApiTags('work')
@Controller('confirmations')
export class ConfirmationsController {
  constructor(
    private readonly commands: CommandDesk,
    private readonly confirmWork: ConfirmWork,
  ) {}

  @Post()
  @ByPeople()
  @Roles(...CONFIRMING_ROLES)
  @ApiOperation({ operationId: 'work.confirm' })
  @Refuses('for-people', 'unknown-reference', 'already-reversed', 'second-person-needed', 'season-closed')
  @ApiCreatedResponse({ type: ConfirmWorkAnswer })
  confirm(@Body() { codes }: ConfirmWorkRequest, @Command() command: CommandRequest): Promise<ConfirmWorkAnswer> {
    return this.commands.run(command, (tx) => this.confirmWork.run(tx, codes, command.principal));
  }
}

/** Where releases confirmed work: a fixed word in the place of a record's code. */
@ApiExcludeController()
@Controller('work/confirmations')
export class ReleasedConfirmationsController extends ConfirmationsController {}
