import { parseDay, Refusal } from '@ayni/kernel';
import { statement, type Statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { IsOptional, Matches } from 'class-validator';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { onlyOwn, type Principal } from './auth/principal.js';
import { CodeField, DayField, TextField } from './fields.js';

const LIMIT = 100;
export const LIMIT_MAX = 500;

/** What every list can be asked for. */
export class ListQuery {
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

  @TextField(4, { optional: true, description: '`csv` for the whole list as CSV' })
  format?: string;
}

/** A list that can be narrowed to one member. */
export class MemberListQuery extends ListQuery {
  @CodeField({ optional: true })
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
  if (own !== null && member !== undefined && member !== own) throw new Refusal('not-yours', pointer);
  return { member: own ?? member };
}

export type Page = { readonly items: readonly Row[]; readonly next: string | null };
export type Row = Readonly<Record<string, unknown>>;

type ListingParts = {
  /** Unique name; statements are prepared under it. */
  readonly name: string;
  /** `table alias JOIN …`, of which `coop_id` of the first is the co-op's. */
  readonly from: string;
  readonly alias: string;
  /** What is shown: JSON field → SQL. */
  readonly columns: Readonly<Record<string, string>>;
  /** The columns that the list is in order of; together unique. All NOT NULL. */
  readonly order: readonly [string, ...string[]];
  /** The business day, where the list has one. */
  readonly day?: string;
  /** Narrowing field → SQL expression compared with it, or a condition made from its parameter. */
  readonly filters?: Readonly<Record<string, string | ((parameter: string) => string)>>;
};

/** A list of records: paged by a cursor over its order, cut by days and filters. */
export class Listing {
  private readonly first: Statement;
  private readonly following: Statement;

  constructor(private readonly parts: ListingParts) {
    const filters = Object.values(parts.filters ?? {});
    const shown = Object.entries(parts.columns).map(([field, sql]) => `${sql} AS "${field}"`);
    const keys = parts.order.map((sql, i) => `(${sql})::text AS "~${i}"`);
    const head = [
      `SELECT ${[...shown, ...keys].join(', ')} FROM ${parts.from}`,
      `WHERE ${parts.alias}.coop_id = current_setting('app.coop')::uuid`,
      parts.day
        ? `AND ($2::date IS NULL OR ${parts.day} >= $2) AND ($3::date IS NULL OR ${parts.day} <= $3)`
        : 'AND $2::date IS NULL AND $3::date IS NULL',
      ...filters.map((filter, i) => {
        const parameter = `$${i + 4}`;
        const condition = typeof filter === 'string' ? `(${filter})::text = ${parameter}` : filter(parameter);
        return `AND (${parameter}::text IS NULL OR ${condition})`;
      }),
    ].join(' ');
    const tail = `ORDER BY ${parts.order.join(', ')} LIMIT $1`;
    const cursor = parts.order.map((_, i) => `$${filters.length + 4 + i}`);
    this.first = statement(`${parts.name} first page`, `${head} ${tail}`);
    // a bare parameter takes the type of what it is compared with
    this.following = statement(
      `${parts.name} next page`,
      `${head} AND (${parts.order.join(', ')}) > (${cursor.join(', ')}) ${tail}`,
    );
  }

  /** The fields of a row, in the order of a CSV's header. */
  get fields(): readonly string[] {
    return Object.keys(this.parts.columns);
  }

  /** @throws Refusal `bad-cursor`, `wrong-order` where `from` is after `to` */
  async page(tx: Transaction, query: ListQuery, narrowing: Narrowing = {}): Promise<Page> {
    const { from, to, after } = query;
    if (from !== undefined && to !== undefined && parseDay(from) > parseDay(to))
      throw new Refusal('wrong-order', '/from', { detail: 'from > to' });
    const limit = Math.min(Number(query.limit ?? LIMIT), LIMIT_MAX);
    const values = [
      limit + 1,
      from ?? null,
      to ?? null,
      ...Object.keys(this.parts.filters ?? {}).map((field) => narrowing[field] ?? null),
    ];
    const rows =
      after === undefined
        ? await tx.query<Row>(this.first, values)
        : await tx.query<Row>(this.following, [...values, ...this.decode(after)]);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return { items: shown.map((row) => this.shown(row)), next: last ? this.encode(last) : null };
  }

  private shown(row: Row): Row {
    return Object.fromEntries(this.fields.map((field) => [field, plain(row[field])]));
  }

  private encode(row: Row): string {
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

/** A column of centavos as decimal text, in SQL. */
export const amountSql = (column: string): string =>
  `((${column}) / 100)::text || '.' || lpad(((${column}) % 100)::text, 2, '0')`;
