import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Refusal } from '@ayni/kernel';
import { Database } from '@ayni/database/database';
import { Roles, WhileChoosing } from '@ayni/http/auth/auth.guard';
import { Clock } from '@ayni/http/clock';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { TextField } from '@ayni/http/fields';
import { Does } from '@ayni/http/operations';
import { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { BrakePort } from '../domain/brake.port.js';
import { PasswordsPort, refuseWeak } from '../domain/passwords.port.js';
import { PASSWORD_MAX } from '../domain/user.js';
import { UsersPort } from '../domain/users.port.js';
import { ChoosePassword } from '../use-cases/choose-password/choose-password.use-case.js';
import { PasswordField } from './password.field.js';
import { sealed } from './sealed.js';
import { ChangedUser } from './users.controller.js';

class PasswordRequest {
  @TextField(PASSWORD_MAX, { description: 'the present one' })
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
    private readonly coops: CoopDirectory,
    private readonly users: UsersPort,
    private readonly passwords: PasswordsPort,
    private readonly brake: BrakePort,
    private readonly clock: Clock,
    private readonly choosePassword: ChoosePassword,
  ) {}

  @Post()
  @Roles('member', 'manager', 'treasurer', 'president', 'integrator')
  @WhileChoosing()
  @Does('password.choose', ChangedUser)
  async choose(
    @Body() { current, password }: PasswordRequest,
    @Command() command: CommandRequest,
  ): Promise<ChangedUser> {
    const { coop, user, version } = command.principal;
    const { code, name, hash } = await this.database.read(coop, async (tx) => ({
      ...(await this.coops.get(tx)),
      hash: await this.users.passwordHash(tx, user),
    }));
    await refuseWeak(this.passwords, password, [user, code, name], '/password');
    if (password === current) throw new Refusal('weak-password', '/password');
    // whoever found a token must not find the password by it
    const attempt = { coop: code, user, source: 'her own session' };
    await this.brake.begin(attempt, this.clock.now());
    if (!(await this.passwords.matches(current, hash, 'known'))) throw new Refusal('wrong-password', '/current');
    await this.brake.succeeded(attempt, this.clock.now());
    const chosen = await this.passwords.hash(password);
    return this.desk.run(
      await sealed(this.passwords, command),
      (tx) => this.choosePassword.run(tx, user, version, chosen),
      'none',
    );
  }
}
