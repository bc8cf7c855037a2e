import { stringify } from 'csv-stringify';
import type { CoopId } from '@ayni/kernel';
import { newCommandId, type Database } from '@ayni/messaging';
import type { Request, Response } from 'express';
import { LIMIT_MAX, type Listing, type ListQuery, type Narrowing } from './listing.js';

/** Answers a list as a JSON page, or streams the whole of it as CSV. */
export class ListReader {
  constructor(private readonly database: Database) {}

  async answer(
    coop: CoopId,
    listing: Listing,
    query: ListQuery,
    narrowing: Narrowing,
    request: Request,
    response: Response,
  ): Promise<void> {
    if (query.format === 'csv' || request.accepts('application/json', 'text/csv') === 'text/csv')
      return this.stream(coop, listing, query, narrowing, response);
    const page = await this.page(coop, listing, query, narrowing);
    if (page.next !== null) {
      const next = new URL(request.originalUrl, 'http://ayni');
      next.searchParams.set('after', page.next);
      response.setHeader('Link', `<${next.pathname}${next.search}>; rel="next"`);
    }
    response.json(page);
  }

  private page(coop: CoopId, listing: Listing, query: ListQuery, narrowing: Narrowing): ReturnType<Listing['page']> {
    return this.database.read(coop, newCommandId(), (tx) => listing.page(tx, query, narrowing));
  }

  /** Page by page, so that a list of any length takes the memory of one. */
  private async stream(
    coop: CoopId,
    listing: Listing,
    query: ListQuery,
    narrowing: Narrowing,
    response: Response,
  ): Promise<void> {
    let page = await this.page(coop, listing, { ...query, limit: String(LIMIT_MAX) }, narrowing);
    response.type('text/csv; charset=utf-8');
    const csv = stringify({
      header: true,
      columns: [...listing.fields],
      cast: { string: withoutFormula, object: (value) => JSON.stringify(value) },
    });
    csv.pipe(response);
    for (;;) {
      for (const row of page.items)
        if (!csv.write(row)) await new Promise<void>((resolve) => csv.once('drain', resolve));
      if (page.next === null || response.destroyed) break;
      page = await this.page(coop, listing, { ...query, limit: String(LIMIT_MAX), after: page.next }, narrowing);
    }
    csv.end();
  }
}

/** What a spreadsheet would take for a formula is shown as text (OWASP ASVS 5.0, 1.2.10). */
const withoutFormula = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
