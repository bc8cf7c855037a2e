import { isThere, nameKey, parseDay, Refusal } from '@ayni/kernel';
import { statement, type Statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { Type } from '@nestjs/common';
import { IsOptional, Matches } from 'class-validator';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { onlyOwn, type Principal } from './auth/principal.js';
import { CodeField, DayField, TextField } from './fields.js';
import { Table } from './tables/table.js';
import { TableQuery } from './tables/table-query.js';
import type { Told } from './told.js';

const LIMIT = 100;
const LIMIT_MAX = 500;

/** What every list can be asked for. */
export class ListQuery extends TableQuery {
  @DayField({ optional: true, description: 'first business day' })
  from?: string;

  @DayField({ optional: true, description: 'last business day' })
  to?: string;

  @TextField(400, { optional: true, description: 'the cursor that the page before answered as `next`' })
  after?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: LIMIT_MAX, default: LIMIT })
  @IsOptional()
  @Matches(/^[1-9]\d{0,2}$/)
  limit?: string;
}

/** A list that can be narrowed to one member. */
export class MemberListQuery extends ListQuery {
  @CodeField({ of: 'member', optional: true })
  member?: string;
}

/** What a page is cut by, beside the query's own fields. */
export type Narrowing = Readonly<Record<string, string | null | undefined>>;

/**
 * Narrows a list to the member who asks, where she may see her own records alone.
 * @throws Refusal `not-yours` where she asks for those of another
 */
export function narrowedToOwn(principal: Principal, { member }: MemberListQuery, pointer = ''): Narrowing {
  const own = onlyOwn(principal);
  if (own !== null && member !== undefined && nameKey(member) !== nameKey(own)) throw new Refusal('not-yours', pointer);
  return { member: own ?? member };
}

/** Rows of a list, and the cursor of the page after them. */
export type Page<Row extends object> = { readonly items: readonly Told<Row>[]; readonly next: string | null };

/** A row as the database gives it, with what the cursor is made of. */
type Selected = Readonly<Record<string, unknown>>;

/** The parameter of each narrowing field that a statement is made for. */
type Parameters = Readonly<Record<string, string | undefined>>;

type ListingParts<Row extends object> = {
  /** Unique name; statements are prepared under it. */
  readonly name: string;
  /** What a row shows, with the decorators by which it is described. */
  readonly row: Type<Row>;
  /** `table alias JOIN …`, of which `coop_id` of the first is the co-op's. */
  readonly from: string;
  readonly alias: string;
  /** What is shown: JSON field → SQL, or SQL made from what the list is narrowed by. */
  readonly columns: { readonly [Field in keyof Row]: string | ((parameters: Parameters) => string) };
  /** The columns that the list is in order of; together unique. All NOT NULL. */
  readonly order: readonly [string, ...string[]];
  /** The business day, where the list has one. */
  readonly day?: string;
  /** Narrowing field → SQL expression compared with it, or a condition made from its parameter. */
  readonly filters?: Readonly<Record<string, string | ((parameter: string) => string)>>;
  /** The same list with all that its rows hold, where that is more: a table shows it. */
  readonly inFull?: Listing;
};

/** A condition of a list, and the value that it is asked with, where it is. */
type Condition = {
  readonly field: string;
  readonly sql: (parameter: string) => string;
  readonly value: string | null | undefined;
};

/** A list of records: paged by a cursor over its order, cut by days and filters. */
export class Listing<Row extends object = object> {
  private readonly statements = new Map<string, Statement>();
  private readonly fields: readonly string[];
  /** How it stands in a spreadsheet. */
  readonly table: Table;

  constructor(private readonly parts: ListingParts<Row>) {
    this.fields = Object.keys(parts.columns);
    this.table = new Table(parts.row);
  }

  get row(): Type<Row> {
    return this.parts.row;
  }

  /** The list that a table is made of. */
  get inFull(): Listing {
    return this.parts.inFull ?? this;
  }

  /** Page after page, from the first to the last. */
  async *pages(tx: Transaction, query: ListQuery, narrowing: Narrowing): AsyncGenerator<readonly object[]> {
    const { after: _, ...whole } = { ...query, limit: String(LIMIT_MAX) };
    let page = await this.page(tx, whole, narrowing);
    yield page.items;
    while (page.next !== null) {
      page = await this.page(tx, { ...whole, after: page.next }, narrowing);
      yield page.items;
    }
  }

  /** @throws Refusal `bad-cursor`, `wrong-order` where `from` is after `to` */
  async page(tx: Transaction, query: ListQuery, narrowing: Narrowing = {}): Promise<Page<Row>> {
    const { from, to, after } = query;
    if (from !== undefined && to !== undefined && parseDay(from) > parseDay(to))
      throw new Refusal('wrong-order', '/from', { detail: 'from-later' });
    const limit = Math.min(Number(query.limit ?? LIMIT), LIMIT_MAX);
    const conditions = this.conditions(query, narrowing);
    const cursor = after === undefined ? [] : this.decode(after);
    const given = conditions.filter(({ value }) => isThere(value));
    const rows = await tx.query<Selected>(this.statement(conditions, cursor.length > 0), [
      limit + 1,
      ...given.map(({ value }) => value),
      ...cursor,
    ]);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return { items: shown.map((row) => this.shown(row)), next: last ? this.encode(last) : null };
  }

  /** All that the list may be cut by, always in the same order. */
  private conditions({ from, to }: ListQuery, narrowing: Narrowing): Condition[] {
    const { day, filters = {} } = this.parts;
    return [
      // a list without days has nothing between two of them
      {
        field: 'from',
        sql: (parameter) => (day ? `${day} >= ${parameter}` : `${parameter}::date IS NULL`),
        value: from,
      },
      { field: 'to', sql: (parameter) => (day ? `${day} <= ${parameter}` : `${parameter}::date IS NULL`), value: to },
      ...Object.entries(filters).map(([field, filter]) => ({
        field,
        sql: typeof filter === 'string' ? (parameter: string) => `(${filter})::text = ${parameter}` : filter,
        value: narrowing[field],
      })),
    ];
  }

  /**
   * The statement for exactly the conditions that are asked with: one for all of them would have a plan that fits
   * none. Its name says which they are in a few signs, since PostgreSQL cuts names.
   */
  private statement(conditions: readonly Condition[], following: boolean): Statement {
    const set = conditions.map(({ value }) => (isThere(value) ? '+' : '-')).join('');
    const name = `${this.parts.name} ${set}${following ? ' next' : ''}`;
    let made = this.statements.get(name);
    if (!made) {
      made = statement(
        name,
        this.text(
          conditions.filter((_, i) => set[i] === '+'),
          following,
        ),
      );
      this.statements.set(name, made);
    }
    return made;
  }

  private text(given: readonly Condition[], following: boolean): string {
    const { columns, order, from, alias } = this.parts;
    const parameters = Object.fromEntries(given.map(({ field }, i) => [field, `$${i + 2}`]));
    const shown = Object.entries<string | ((parameters: Parameters) => string)>(columns).map(
      ([field, sql]) => `${typeof sql === 'string' ? sql : sql(parameters)} AS "${field}"`,
    );
    const keys = order.map((sql, i) => `(${sql})::text AS "~${i}"`);
    const cursor = order.map((_, i) => `$${given.length + 2 + i}`);
    return [
      `SELECT ${[...shown, ...keys].join(', ')} FROM ${from}`,
      `WHERE ${alias}.coop_id = current_setting('app.coop')::uuid`,
      ...given.map(({ sql }, i) => `AND ${sql(`$${i + 2}`)}`),
      // a bare parameter takes the type of what it is compared with
      ...(following ? [`AND (${order.join(', ')}) > (${cursor.join(', ')})`] : []),
      `ORDER BY ${order.join(', ')} LIMIT $1`,
    ].join(' ');
  }

  private shown(row: Selected): Told<Row> {
    const shown: Record<string, unknown> = {};
    for (const field of this.fields) shown[field] = plain(row[field]);
    // the statement selects each field of the row's class, which the type of the columns sees to
    return shown as Told<Row>;
  }

  private encode(row: Selected): string {
    return Buffer.from(JSON.stringify([this.parts.name, ...this.parts.order.map((_, i) => row[`~${i}`])])).toString(
      'base64url',
    );
  }

  private decode(cursor: string): string[] {
    try {
      const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
      if (!Array.isArray(parts) || parts.length !== this.parts.order.length + 1 || parts[0] !== this.parts.name)
        throw new Error();
      return parts.slice(1).map((part) => {
        if (typeof part !== 'string' || !/^[^\p{Cc}]*$/u.test(part)) throw new Error();
        return part;
      });
    } catch {
      throw new Refusal('bad-cursor', '/after');
    }
  }
}

/** bigint has no JSON of its own; it leaves as text. */
const plain = (value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);

/** A column of amounts as decimal text with the places of the co-op's books, in SQL; the co-op is looked up once. */
export const amountSql = (column: string): string => `((${column}) * (${SMALLEST_UNIT}))::text`;

/** A number keeps the places of what it is multiplied by. */
const SMALLEST_UNIT = `SELECT CASE places WHEN 0 THEN 1 WHEN 3 THEN 0.001 WHEN 4 THEN 0.0001 ELSE 0.01 END
  FROM coops WHERE coop_id = current_setting('app.coop')::uuid`;
