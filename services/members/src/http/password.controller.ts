import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database } from '@ayni/database/database';
import { Roles, WhileChoosing } from '@ayni/http/auth/auth.guard';
import { Clock } from '@ayni/http/clock';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { SecretField } from '@ayni/http/fields';
import { Does, Refuses } from '@ayni/http/operations';
import { Sensitive } from '@ayni/http/trail/act';
import { PASSWORD_MAX } from '../domain/user.js';
import { ChoosePassword } from '../use-cases/choose-password/choose-password.use-case.js';
import { SealCommand } from '../use-cases/seal-command/seal-command.js';
import { PasswordField } from './password.field.js';
import { ChangedUser } from './users.controller.js';

class PasswordRequest {
  @SecretField(PASSWORD_MAX, { description: 'the present one' })
  current!: string;

  @PasswordField()
  password!: string;
}

/** A user's own password: she alone knows it, whoever gave her the first. */
@ApiTags('sessions')
@Controller('password')
export class PasswordController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly choosePassword: ChoosePassword,
    private readonly sealCommand: SealCommand,
  ) {}

  @Post()
  @Roles('member', 'seller', 'manager', 'treasurer', 'president', 'integrator')
  @WhileChoosing()
  @Sensitive()
  @Refuses('wrong-password', 'too-many-attempts')
  @Does('password.choose', ChangedUser)
  async choose(@Body() request: PasswordRequest, @Command() command: CommandRequest): Promise<ChangedUser> {
    const { coop, user, version } = command.principal;
    const chooser = await this.database.read(coop, (tx) => this.choosePassword.chooser(tx, user));
    const chosen = await this.choosePassword.prepare(chooser, request, this.clock.now());
    return this.desk.run(
      await this.sealCommand.run(command),
      (tx) => this.choosePassword.run(tx, user, version, chosen),
      'none',
    );
  }
}
