import { applyDecorators, Body, Controller, Get, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { changesOf } from '@ayni/facts/registered/changes';
import { CurrentPrincipal, Roles } from '@ayni/http/auth/auth.guard';
import { ROLES, type Principal } from '@ayni/http/auth/principal';
import { CodeInPath } from '@ayni/http/code-in-path';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, IfMatch, type CommandRequest } from '@ayni/http/commands/command-request';
import { BringsRows, Rows, type Load } from '@ayni/http/commands/load';
import { CommandDone, type LoadAnswer, type TrialAnswer } from '@ayni/http/commands/load-answer';
import { SingleLoads } from '@ayni/http/commands/loads';
import { Faults } from '@ayni/http/faults';
import { Lists, Refuses, Shows, type RowsOf } from '@ayni/http/operations';
import { CodeField, PartField, VersionField, YesNoField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { Sensitive } from '@ayni/http/trail/act';
import { ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional } from 'class-validator';
import { Database } from '@ayni/database/database';
import type { CoopId } from '@ayni/kernel';
import { ShowCoop } from '../use-cases/show-coop/show-coop.query.js';
import type { Response } from 'express';
import type { Role } from '../domain/user.js';
import { ChangeUser } from '../use-cases/change-user/change-user.use-case.js';
import { UserRow, users } from '../use-cases/list-users/list-users.query.js';
import { showUser } from '../use-cases/show-user/show-user.query.js';
import { RegisterUsers, type UserRequested } from '../use-cases/register-users/register-users.use-case.js';
import { SealCommand } from '../use-cases/seal-command/seal-command.js';
import { withEntityTag } from '@ayni/http/entity-tag';
import { PasswordField } from './password.field.js';

/** Each takes a slow hash. */
const ROWS_MAX = 100;

const RolesField = ({ optional = false } = {}): PropertyDecorator => {
  const schema = { enum: [...ROLES], isArray: true };
  return applyDecorators(
    ...(optional ? [ApiPropertyOptional(schema), IsOptional()] : [ApiProperty(schema)]),
    IsArray(),
    ArrayMinSize(1),
    ArrayUnique(),
    IsIn([...ROLES], { each: true }),
  );
};

class UserRequest {
  @CodeField()
  name!: string;

  @PasswordField({ description: 'an initial one: she has to choose another when she signs in' })
  password!: string;

  @RolesField()
  roles!: Role[];

  @CodeField({ of: 'member', optional: true, description: 'the number of the member that she is' })
  member?: string | null;
}

class ChangeUserRequest {
  @RolesField({ optional: true })
  roles?: Role[] | null;

  @PasswordField({ optional: true, description: 'an initial one: she has to choose another when she signs in' })
  password?: string | null;

  @YesNoField({ optional: true, description: 'whether she may sign in' })
  active?: boolean | null;

  @CodeField({
    of: 'member',
    optional: true,
    description: 'the number of the member that she is; null where she is none any more',
  })
  member?: string | null;
}

const requestedOf = ({ member = null, ...user }: UserRequest): UserRequested => ({ ...user, member });

class UserName {
  @CodeField() name!: string;
}

export class ChangedUser extends CommandDone {
  @PartField(() => UserName) user!: UserName;
  @VersionField() version!: number;
}

const changes = changesOf('user');

class AskedChange extends ChangedUser {
  @YesNoField({ description: 'whether it waits for a second officer, as changes of officers do where there are two' })
  waiting!: boolean;
}

/** Who may sign in, and what she may do. */
@ApiTags('users')
@Controller('users')
export class UsersController {
  private readonly loads: SingleLoads<UserRequest>;

  constructor(
    private readonly desk: CommandDesk,
    private readonly reader: ListReader,
    private readonly sealCommand: SealCommand,
    private readonly registerUsers: RegisterUsers,
    private readonly changeUser: ChangeUser,
    private readonly database: Database,
    private readonly showCoop: ShowCoop,
  ) {
    this.loads = new SingleLoads(desk, { at: 'name' }, async (tx, rows, by) => {
      const names = namesOf(await showCoop.run(tx));
      const requested = rows.map(requestedOf);
      const faults = new Faults();
      const drafts = await faults.checkLater(0, () => registerUsers.prepare(requested, names));
      if (!drafts) await registerUsers.check(tx, requested, faults);
      return registerUsers.run(tx, drafts ?? [], by.user);
    });
  }

  @Post()
  @Roles('president')
  @Sensitive()
  @Refuses('bad-name', 'looks-alike', 'unknown-reference')
  @BringsRows('users.register', UserRequest, { max: ROWS_MAX })
  async register(@Rows(UserRequest, { max: ROWS_MAX }) load: Load<UserRequest>): Promise<LoadAnswer | TrialAnswer> {
    if (!load.command) return this.loads.run(load);
    const { coop, user } = load.principal;
    const drafts = await this.registerUsers.prepare(
      load.rows.map(({ sent }) => requestedOf(sent)),
      await this.namesOf(coop),
    );
    return this.desk.run(
      await this.sealCommand.run(load.command),
      (tx) => this.registerUsers.run(tx, drafts, user),
      'none',
    );
  }

  @Patch(':name')
  @Roles('president')
  @Sensitive()
  @Refuses('last-president', 'unknown-reference')
  @Shows('users.change', AskedChange)
  async change(
    @CodeInPath('name', 'user') code: string,
    @Body() request: ChangeUserRequest,
    @IfMatch() version: number,
    @Command() command: CommandRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AskedChange> {
    const { coop, user } = command.principal;
    const changes = await this.changeUser.prepare(request, [code, ...(await this.namesOf(coop))]);
    const answer = await this.desk.run(
      await this.sealCommand.run(command),
      (tx) => this.changeUser.run(tx, code, version, changes, user),
      'none',
    );
    return withEntityTag(response, answer);
  }

  @Get()
  @Roles('president', 'treasurer', 'manager')
  @Lists('users.list', users)
  list(@Query() query: ListQuery, @List() request: ListRequest): Promise<RowsOf<typeof users>> {
    return this.reader.answer(request, users, query);
  }

  @Get(':name')
  @Roles('president')
  @Shows('users.show', UserRow)
  async one(
    @CodeInPath('name', 'user') code: string,
    @CurrentPrincipal() { coop }: Principal,
    @Res({ passthrough: true }) response: Response,
  ): Promise<UserRow> {
    return withEntityTag(response, await this.database.read(coop, (tx) => showUser(tx, code)));
  }

  @Get(':name/changes')
  @Roles('president')
  @Lists('users.changes', changes)
  async changes(
    @CodeInPath('name', 'user') code: string,
    @Query() query: ListQuery,
    @List() request: ListRequest,
  ): Promise<RowsOf<typeof changes>> {
    const { name } = await this.database.read(request.principal.coop, (tx) => showUser(tx, code));
    return this.reader.answer(request, changes, query, { code: name });
  }

  private namesOf(coop: CoopId): Promise<readonly string[]> {
    return this.database.read(coop, async (tx) => namesOf(await this.showCoop.run(tx)));
  }
}

const namesOf = ({ code, name }: { readonly code: string; readonly name: string }): readonly string[] => [code, name];
