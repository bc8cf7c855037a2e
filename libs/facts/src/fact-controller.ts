import { Body, Get, Post, Query, type Type } from '@nestjs/common';
import { IntersectionType, PartialType, PickType } from '@nestjs/swagger';
import { Does, Lists, Refuses, type ListAnswer } from '@ayni/http/operations';
import type { RefusalCode } from '@ayni/kernel';
import type { Standing } from './declaration.js';
import { onlyOwn, type Principal } from '@ayni/http/auth/principal';
import type { Role } from '@ayni/http/auth/principal';
import { CodeInPath } from '@ayni/http/code-in-path';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Loads } from '@ayni/http/commands/loads';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery, type Narrowing } from '@ayni/http/listing';
import { ListReader } from '@ayni/http/list-reader';
import { BringsRows, Rows, type Load } from '@ayni/http/commands/load';
import { ReversalAnswer, type LoadAnswer, type TrialAnswer } from '@ayni/http/commands/load-answer';
import { Roles } from '@ayni/http/auth/auth.guard';
import { fieldsOf, nameClass, noteFields } from '@ayni/http/field-notes';
import { Sensitive } from '@ayni/http/trail/act';
import type { FactStore } from './fact-store.js';
import type { KeepFacts } from './keep-facts.js';
import { ReversalRequest } from './reversal.request.js';

type AnyOf = readonly [Role, ...Role[]];

/** Who may do what with facts of a kind. */
export type FactRoles = { readonly record: AnyOf; readonly reverse: AnyOf; readonly list: AnyOf };

/** What each kind of fact can be asked at its door. */
type FactRoutes<Row extends object, SentRow> = {
  record(load: Load<SentRow>): Promise<LoadAnswer | TrialAnswer>;
  reverse(code: string, request: ReversalRequest, command: CommandRequest): Promise<ReversalAnswer>;
  list(query: ListQuery, request: ListRequest): Promise<ListAnswer<Standing<Row>>>;
};

/** The class of what keeps facts; Nest finds it by that. */
type Keeps<Row extends object, SentRow extends object> = abstract new (...parts: never[]) => KeepFacts<Row, SentRow>;

type Options = {
  /** What the list can be asked for, where that is more than days and the fields of the declaration. */
  readonly asked?: Type<ListQuery>;
  /** What of the list somebody sees, where it is not all of it. */
  readonly narrowed?: (principal: Principal, query: ListQuery) => Narrowing;
  /** What is refused of its kind alone. */
  readonly refuses?: readonly RefusalCode[];
};

/** What may be wrong with any fact: with its day, its code, what it names, or the books that it would go into. */
const OF_EVERY_FACT = [
  ...(['season-closed', 'day-in-future', 'unknown-reference', 'retired', 'books-of-other-places'] as const),
] as const;

/**
 * The three routes of a kind of fact: `POST` loads rows, `POST :code/reversal` takes one back, `GET` lists. A
 * controller extends what this gives under a path of its own.
 */
export function factController<Row extends object, SentRow extends object>(
  facts: FactStore<Row, SentRow>,
  Keep: Keeps<Row, SentRow>,
  roles: FactRoles,
  { asked = queryOf(facts), narrowed = () => ({}), refuses = [] }: Options = {},
): new (desk: CommandDesk, reader: ListReader, keep: KeepFacts<Row, SentRow>) => FactRoutes<Row, SentRow> {
  const { table, sent } = facts.declaration;
  const operations = table.replaceAll('_', '-');

  class Routes implements FactRoutes<Row, SentRow> {
    private readonly loads: Loads<SentRow>;

    constructor(
      private readonly desk: CommandDesk,
      private readonly reader: ListReader,
      private readonly keep: KeepFacts<Row, SentRow>,
    ) {
      this.loads = new Loads(desk, (tx, rows, among, takenForNew) => keep.record(tx, rows, among, takenForNew));
    }

    @Post()
    @Roles(...roles.record)
    @BringsRows(`${operations}.record`, sent)
    @Refuses(...OF_EVERY_FACT, ...refuses)
    record(@Rows(sent) load: Load<SentRow>): Promise<LoadAnswer | TrialAnswer> {
      return this.loads.run(load);
    }

    @Post(`:${facts.codeField}/reversal`)
    @Roles(...roles.reverse)
    @Sensitive()
    @Does(`${operations}.reverse`, ReversalAnswer)
    @Refuses('already-reversed', 'season-closed', ...refuses)
    reverse(
      @CodeInPath(facts.codeField, facts.kind) code: string,
      @Body() { reason }: ReversalRequest,
      @Command() command: CommandRequest,
    ): Promise<ReversalAnswer> {
      return this.desk.run(
        command,
        (tx) => this.keep.reverse(tx, code, reason, command.principal),
        this.keep.reversalLock,
      );
    }

    @Get()
    @Roles(...roles.list)
    @Lists(`${operations}.list`, facts.listing)
    list(@Query() query: ListQuery, @List() request: ListRequest): Promise<ListAnswer<Standing<Row>>> {
      const { principal } = request;
      const narrowing = narrowed(principal, query);
      const own = facts.ownListing !== undefined && onlyOwn(principal) !== null ? facts.ownListing : facts.listing;
      return this.reader.answer(request, own, query, narrowing);
    }
  }
  // what a decorator would note of classes that stand there: by them the query is checked, and the parts are found
  Reflect.defineMetadata('design:paramtypes', [asked, Object], Routes.prototype, 'list');
  Reflect.defineMetadata('design:paramtypes', [CommandDesk, ListReader, Keep], Routes);
  return Routes;
}

/** Days, and the fields by which the list can be narrowed. */
function queryOf<Row extends object, SentRow extends object>({
  declaration: { row, filters = [] },
}: FactStore<Row, SentRow>): Type<ListQuery> {
  const narrowing: Type<object> = PartialType(PickType(row, filters));
  const asked = IntersectionType(ListQuery, narrowing);
  nameClass(asked, `${row.name}Query`);
  const notes = fieldsOf(row).filter(({ name }) => new Set<string>(filters).has(name));
  noteFields(asked, [...fieldsOf(ListQuery), ...notes]);
  return asked;
}
