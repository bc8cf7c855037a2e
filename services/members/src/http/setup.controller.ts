import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '@ayni/http/auth/auth.guard';
import { CodeField, OneOfField, PartField, TextField, YesNoField } from '@ayni/http/fields';
import { Does, Refuses, Shows } from '@ayni/http/operations';
import { ROLES, type Role } from '@ayni/http/auth/principal';
import { FIRST_ROLES } from '../domain/coop.js';
import { MakeCoop } from '../use-cases/make-coop/make-coop.use-case.js';
import { ShowSetUp } from '../use-cases/show-set-up/show-set-up.query.js';
import { PasswordField } from './password.field.js';

class CoopRequest {
  @CodeField()
  code!: string;

  @TextField(200)
  name!: string;

  @TextField(3, { min: 3, description: 'ISO 4217, such as BOB' })
  currency!: string;

  @TextField(64, { description: 'IANA, such as America/La_Paz' })
  timezone!: string;
}

class FirstUserRequest {
  @CodeField()
  name!: string;

  @PasswordField()
  password!: string;
}

class SetupRequest {
  @TextField(64, { description: 'the one-time code that the first start prints' })
  setupCode!: string;

  @PartField(() => CoopRequest)
  coop!: CoopRequest;

  @PartField(() => FirstUserRequest)
  user!: FirstUserRequest;
}

class MadeCoop {
  @TextField(36) id!: string;
  @CodeField() code!: string;
}

class MadeUser {
  @CodeField() name!: string;
  @OneOfField(ROLES, { each: true }) roles!: readonly Role[];
}

class SetupAnswer {
  @PartField(() => MadeCoop) coop!: MadeCoop;
  @PartField(() => MadeUser) user!: MadeUser;
}

class SetupState {
  @YesNoField({ description: 'whether the first co-op is still to be made, with the code that the system printed' })
  isNew!: boolean;

  @YesNoField({ description: 'whether nothing in these books is of a real co-op' })
  isExample!: boolean;
}

/** Makes a co-op and its first user with a one-time code. */
@ApiTags('set-up')
@Controller('setup')
export class SetupController {
  constructor(
    private readonly makeCoop: MakeCoop,
    private readonly showSetUp: ShowSetUp,
  ) {}

  @Get()
  @Public()
  @Shows('setup.show', SetupState)
  state(): Promise<SetupState> {
    return this.showSetUp.run();
  }

  @Post()
  @Public()
  @Refuses('bad-setup-code', 'bad-name', 'bad-currency', 'bad-zone', 'looks-alike', 'code-taken')
  @Does('setup.do', SetupAnswer)
  async setUp(@Body() { setupCode, coop, user }: SetupRequest): Promise<SetupAnswer> {
    const id = await this.makeCoop.run({ coop, user }, setupCode);
    return { coop: { id, code: coop.code }, user: { name: user.name, roles: FIRST_ROLES } };
  }
}
