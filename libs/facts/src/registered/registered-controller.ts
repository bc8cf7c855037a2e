import { Body, Get, Patch, Query, Res, type Type } from '@nestjs/common';
import { IntersectionType, PartialType, PickType } from '@nestjs/swagger';
import { CurrentPrincipal, Roles } from '@ayni/http/auth/auth.guard';
import type { Principal, Role } from '@ayni/http/auth/principal';
import { CodeInPath, NameInPath } from '@ayni/http/code-in-path';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, IfMatch, type CommandRequest } from '@ayni/http/commands/command-request';
import { CommandDone } from '@ayni/http/commands/load-answer';
import { withEntityTag } from '@ayni/http/entity-tag';
import { nameClass } from '@ayni/http/field-notes';
import { OneOfField, ShownTextField, VersionField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { Lists, Refuses, Shows, type ListAnswer } from '@ayni/http/operations';
import type { Transaction } from '@ayni/database/transaction';
import { Database } from '@ayni/database/database';
import { found, type RefusalCode } from '@ayni/kernel';
import { Sensitive } from '@ayni/http/trail/act';
import type { Response } from 'express';
import type { ChangeRow } from './changes.js';
import type { CorrectRegistered } from './correct-registered.js';
import type { Registered } from './declaration.js';
import { Standing, type RegisteredStore } from './registered-store.js';

type AnyOf = readonly [Role, ...Role[]];

/** Who may do what with what is registered of a kind. */
export type RegisteredRoles = {
  readonly correct: AnyOf;
  readonly list: AnyOf;
  readonly changes: AnyOf;
  /** Whether each correction stands in the co-op's trail. */
  readonly sensitive?: true;
  /** With which codes a correction is refused, besides those of its fields. */
  readonly refuses?: readonly RefusalCode[];
};

/** That something was corrected, and the version that it has now. */
export class Corrected extends CommandDone {
  @ShownTextField() code!: string;
  @VersionField() version!: number;
}

/** What a list of what is registered can be asked for. */
export class RegisteredQuery extends ListQuery {
  @OneOfField(['true', 'false'], { optional: true, description: 'whether also what is used no more' })
  retired?: string;
}

/** What each kind of registered thing can be asked at its door. */
type RegisteredRoutes<Row extends object> = {
  list(query: RegisteredQuery, request: ListRequest): Promise<ListAnswer<Registered<Row>>>;
  one(code: string, principal: Principal, response: Response): Promise<Registered<Row>>;
  correct(
    code: string,
    changes: object,
    version: number,
    command: CommandRequest,
    response: Response,
  ): Promise<Corrected>;
  changes(code: string, query: ListQuery, request: ListRequest): Promise<ListAnswer<ChangeRow>>;
};

/** The class of what corrects; Nest finds it by that. */
type Corrects<Row extends object> = abstract new (...parts: never[]) => CorrectRegistered<Row>;

/** What the routes ask for. */
export type RegisteredDesk<Row extends object> = new (
  desk: CommandDesk,
  database: Database,
  reader: ListReader,
  correcting: CorrectRegistered<Row>,
) => RegisteredRoutes<Row>;

/**
 * The routes of what is registered of a kind: `GET` lists, `GET :code` shows one, `PATCH :code` corrects it, retires it
 * (`retiredOn`) or brings it back, `GET :code/changes` says what it was before. A controller extends what this gives.
 * @param asked what the list can be asked for, where that is more
 */
export function registeredController<Row extends object>(
  registered: RegisteredStore<Row>,
  Correct: Corrects<Row>,
  roles: RegisteredRoles,
  asked: Type<RegisteredQuery> = RegisteredQuery,
): RegisteredDesk<Row> {
  const { table, kind, row, correctable, coded } = registered.declaration;
  const operations = table.replaceAll('_', '-');
  const InPath = coded === 'text' ? NameInPath : CodeInPath;
  const thing: Type<object> = row;
  const changes = IntersectionType(
    PartialType(PickType(thing, correctable as never[])),
    PartialType(PickType(Standing, ['retiredOn'])),
  );
  nameClass(changes, `Change${row.name}`);
  const show = async (tx: Transaction, written: string): Promise<{ code: string; kept: Registered<Row> }> => {
    const code = await registered.spelled(tx, written);
    return { code, kept: found(await registered.find(tx, code), kind, code) };
  };

  class Routes implements RegisteredRoutes<Row> {
    constructor(
      private readonly desk: CommandDesk,
      private readonly database: Database,
      private readonly reader: ListReader,
      private readonly correcting: CorrectRegistered<Row>,
    ) {}

    @Get()
    @Roles(...roles.list)
    @Lists(`${operations}.list`, registered.listing)
    list(@Query() query: RegisteredQuery, @List() request: ListRequest): Promise<ListAnswer<Registered<Row>>> {
      return this.reader.answer(request, registered.listing, query, { retired: query.retired ?? 'false' });
    }

    @Get(':code')
    @Roles(...roles.list)
    @Shows(`${operations}.show`, registered.listing.row)
    async one(
      @InPath('code', kind) code: string,
      @CurrentPrincipal() { coop }: Principal,
      @Res({ passthrough: true }) response: Response,
    ): Promise<Registered<Row>> {
      return withEntityTag(response, await this.database.read(coop, async (tx) => (await show(tx, code)).kept));
    }

    @Patch(':code')
    @Roles(...roles.correct)
    @Refuses(...(roles.refuses ?? []))
    @Shows(`${operations}.correct`, Corrected)
    async correct(
      @InPath('code', kind) code: string,
      @Body() asked: object,
      @IfMatch() version: number,
      @Command() command: CommandRequest,
      @Res({ passthrough: true }) response: Response,
    ): Promise<Corrected> {
      const { user } = command.principal;
      const answer = await this.desk.run(command, (tx) => this.correcting.run(tx, code, version, asked, user), 'none');
      return withEntityTag(response, answer);
    }

    @Get(':code/changes')
    @Roles(...roles.changes)
    @Lists(`${operations}.changes`, registered.changes)
    async changes(
      @InPath('code', kind) code: string,
      @Query() query: ListQuery,
      @List() request: ListRequest,
    ): Promise<ListAnswer<ChangeRow>> {
      const { coop } = request.principal;
      const shown = await this.database.read(coop, (tx) => show(tx, code));
      return this.reader.answer(request, registered.changes, query, { code: shown.code });
    }
  }
  // what a decorator would note of classes that stand there: by them bodies and queries are checked, and the parts are found
  Reflect.defineMetadata('design:paramtypes', [asked, Object], Routes.prototype, 'list');
  Reflect.defineMetadata('design:paramtypes', [String, changes, Number, Object, Object], Routes.prototype, 'correct');
  if (roles.sensitive) Sensitive()(Routes.prototype, 'correct', { value: Routes.prototype.correct });
  Reflect.defineMetadata('design:paramtypes', [CommandDesk, Database, ListReader, Correct], Routes);
  return Routes;
}
