import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { Database } from '@ayni/database/database';
import { stringify, type Options } from 'csv-stringify/sync';
import type { ListRequest } from './list-request.js';
import { LIMIT_MAX, type Listing, type ListQuery, type Narrowing, type Page } from './listing.js';
import type { ListAnswer } from './operations.js';
import { spelledAsKept } from './spelling.js';

/** Answers a list as a JSON page, or streams the whole of it as CSV. */
export class ListReader {
  constructor(private readonly database: Database) {}

  /** @param narrowing goes before what the query itself says under the names of the listing's filters */
  async answer<Row extends object>(
    { principal: { coop }, prefersCsv, sayNext }: ListRequest,
    listing: Listing<Row>,
    query: ListQuery,
    narrowing: Narrowing = {},
  ): Promise<ListAnswer<Row>> {
    const read = (part: ListQuery): Promise<Page<Row>> =>
      this.database.read(coop, async (tx) => {
        const [asked = query] = await spelledAsKept(tx, classOf(query), [query]);
        return listing.page(tx, part, { ...asked, ...narrowing });
      });
    if (query.format === 'csv' || prefersCsv) {
      const whole = { ...query, limit: String(LIMIT_MAX) };
      const lines = csvOf(listing, await read(whole), (after) => read({ ...whole, after }), query.bom === 'true');
      return new StreamableFile(Readable.from(lines), { type: 'text/csv; charset=utf-8' });
    }
    const page = await read(query);
    if (page.next !== null) sayNext(page.next);
    return page;
  }
}

/** The class of a query, which the door has made it of. */
const classOf = (query: ListQuery): new () => object => query.constructor as new () => object;

/** By this some spreadsheets know UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Page by page, so that a list of any length takes the memory of one. */
async function* csvOf<Row extends object>(
  listing: Listing<Row>,
  first: Page<Row>,
  read: (after: string) => Promise<Page<Row>>,
  marked: boolean,
): AsyncGenerator<string> {
  const options: Options = {
    columns: [...listing.fields],
    record_delimiter: 'windows',
    cast: { string: withoutFormula, object: (value: object) => JSON.stringify(value) },
  };
  yield (marked ? BYTE_ORDER_MARK : '') + stringify([...first.items], { ...options, header: true });
  for (let page = first; page.next !== null;) {
    page = await read(page.next);
    yield stringify([...page.items], options);
  }
}

/** What a spreadsheet would take for a formula is shown as text (OWASP ASVS 5.0, 1.2.10); a number is none. */
const withoutFormula = (text: string): string =>
  /^[=+\-@＝＋－＠\p{Cc}]/u.test(text) && !NUMBER.test(text) ? `'${text}` : text;

const NUMBER = /^-?\d+(\.\d+)?$/;
