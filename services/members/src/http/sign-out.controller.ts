import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles, WhileChoosing } from '@ayni/http/auth/auth.guard';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { Does } from '@ayni/http/operations';
import { Sensitive } from '@ayni/http/trail/act';
import { SignOut } from '../use-cases/sign-out/sign-out.use-case.js';
import { ChangedUser } from './users.controller.js';

/** Signing out. */
@ApiTags('sessions')
@Controller('sessions/ending')
export class SignOutController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly signOut: SignOut,
  ) {}

  @Post()
  @Roles('member', 'seller', 'manager', 'treasurer', 'president', 'integrator')
  @WhileChoosing()
  @Sensitive()
  @Does('sessions.end', ChangedUser)
  end(@Command({ bodiless: true }) command: CommandRequest): Promise<ChangedUser> {
    return this.desk.run(command, (tx) => this.signOut.run(tx, command.principal.user), 'none');
  }
}
