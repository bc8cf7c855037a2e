import { Readable } from 'node:stream';
import { StreamableFile, type Type } from '@nestjs/common';
import { Refusal } from '@ayni/kernel';
import type { Database } from '@ayni/database/database';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { ListRequest } from './list-request.js';
import type { Listing, ListQuery, Narrowing } from './listing.js';
import type { ListAnswer } from './operations.js';
import { spelledAsKept } from './spelling.js';
import type { Downloads } from './tables/downloads.js';
import { disposition, listName } from './tables/file-name.js';
import { Table } from './tables/table.js';
import { formatOf, TableFile, type BooksOfTable } from './tables/table-file.js';
import type { TableQuery } from './tables/table-query.js';

/** What a text is called as a file: by an operation, and of which days. */
type TextFile = { readonly name: string; readonly extension: string; readonly days: readonly string[] };

/** Answers lists and totals, as JSON or as a table. */
export class ListReader {
  constructor(
    private readonly database: Database,
    private readonly downloads: Downloads,
  ) {}

  /**
   * A list: a page of it as JSON, or the whole of it, as it is at one moment, as a table.
   * @param narrowing goes before what the query itself says under the names of the listing's filters
   */
  async answer<Row extends object>(
    request: ListRequest,
    listing: Listing<Row>,
    query: ListQuery,
    narrowing: Narrowing = {},
  ): Promise<ListAnswer<Row>> {
    const { coop } = request.principal;
    const format = formatOf(request, query);
    const narrowed = async (tx: Transaction): Promise<Narrowing> => {
      const [asked = {}] = await spelledAsKept(tx, classOf(query), [{ ...query, ...narrowing }]);
      return { ...asked };
    };
    if (format === 'json') {
      const page = await this.database.read(coop, async (tx) => listing.page(tx, query, await narrowed(tx)));
      if (page.next !== null) request.sayNext(page.next);
      return page;
    }
    const { inFull } = listing;
    const file = new TableFile(inFull.table, format, request, query, await this.database.read(coop, booksOf));
    const pages = this.database.snapshot(coop, 2 * this.downloads.times.idle, async function* (tx) {
      yield* inFull.pages(tx, query, await narrowed(tx));
    });
    return file.sent(await this.downloads.begin(pages, (parts) => file.stream(parts)));
  }

  /** A text of a form of its own, sent part by part as it is read at one moment. */
  async text(
    { principal, language }: ListRequest,
    { name, extension, days }: TextFile,
    read: (tx: Transaction) => AsyncIterable<string>,
  ): Promise<StreamableFile> {
    const { today } = await this.database.read(principal.coop, booksOf);
    const parts = this.database.snapshot(principal.coop, 2 * this.downloads.times.idle, read);
    const stream = await this.downloads.begin(parts, (all) => Readable.from(all));
    return new StreamableFile(stream, {
      type: 'text/plain; charset=utf-8',
      disposition: disposition(listName(name, language), days.length > 0 ? days : [today], extension),
    });
  }

  /** A total of a class: what `read` gives of it. */
  async total<Total extends object>(
    request: ListRequest,
    type: Type<Total>,
    query: TableQuery,
    read: (tx: Transaction) => Promise<Total>,
  ): Promise<Total | StreamableFile> {
    const { coop } = request.principal;
    const format = formatOf(request, query);
    if (format === 'json') return this.database.read(coop, read);
    const { total, books } = await this.database.read(coop, async (tx) => ({
      books: await booksOf(tx),
      total: await read(tx),
    }));
    const file = new TableFile(new Table(type), format, request, query, books);
    return file.sent(file.stream(only(total)));
  }
}

/** The class of a query, which the door has made it of. */
const classOf = (query: ListQuery): new () => object => query.constructor as new () => object;

const readBooks = statement(
  'books of a table',
  `SELECT ($1::timestamptz AT TIME ZONE timezone)::date AS today, places, timezone AS zone
   FROM coops WHERE coop_id = current_setting('app.coop')::uuid`,
);

/** @throws Refusal `not-ready` where the co-op's registration is still on its way */
async function booksOf(tx: Transaction): Promise<BooksOfTable> {
  const [books] = await tx.query<BooksOfTable>(readBooks, [tx.now.toISOString()]);
  if (!books) throw new Refusal('not-ready');
  return books;
}

async function* only(total: object): AsyncGenerator<readonly object[]> {
  yield [total];
}
