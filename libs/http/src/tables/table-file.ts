import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { Day, Zone } from '@ayni/kernel';
import type { ListRequest } from '../list-request.js';
import { csvOf } from './csv.js';
import { disposition, listName } from './file-name.js';
import type { Table } from './table.js';
import { MEDIA, refuseOfOtherForm, type Format, type TableQuery } from './table-query.js';

type TableFormat = Exclude<Format, 'json'>;

/** What a table has to know of the books: the day that it is in their zone, how many places their amounts have, and that zone. */
export type BooksOfTable = { readonly today: Day; readonly places: number; readonly zone: Zone };

/** The form in which a list or a total is to be answered. @throws Refusal `bad-field` where it cannot be so */
export function formatOf({ accepted }: ListRequest, query: TableQuery): Format {
  const format = query.format ?? accepted;
  refuseOfOtherForm(format, query);
  return format;
}

/** The file in which somebody takes a table. */
export class TableFile {
  constructor(
    private readonly table: Table,
    private readonly format: TableFormat,
    private readonly request: ListRequest,
    private readonly query: TableQuery & { readonly from?: string; readonly to?: string; readonly on?: string },
    private readonly books: BooksOfTable,
  ) {}

  stream(pages: AsyncIterable<readonly object[]>): Readable {
    const header = this.isForPrograms
      ? this.table.columns.map(({ name }) => name)
      : this.table.header(this.request.language);
    switch (this.format) {
      case 'csv':
        return Readable.from(csvOf(this.table, header, pages, { isMarked: this.query.bom === 'true' }));
      case 'xlsx':
        return Readable.from(this.workbook(header, pages));
    }
  }

  private async *workbook(
    header: readonly string[],
    pages: AsyncIterable<readonly object[]>,
  ): AsyncGenerator<Uint8Array> {
    // its writer takes 13 MB: a laptop of which nobody wants a workbook goes without
    const { xlsxOf } = await import('./xlsx.js');
    const { places, zone } = this.books;
    const reader = this.isForPrograms ? undefined : { zone, language: this.request.language };
    const sheet = { name: this.name, places, ...(reader ? { reader } : {}) };
    yield* xlsxOf(this.table, header, pages, sheet);
  }

  /** Whether columns are called and values written as in JSON. */
  private get isForPrograms(): boolean {
    return this.query.headers === 'names';
  }

  /** What the list is called. */
  private get name(): string {
    return listName(this.request.operation, this.request.language);
  }

  sent(stream: Readable): StreamableFile {
    const { from, to, on } = this.query;
    const asked = [from, to, on].filter((day) => day !== undefined);
    const days = asked.length > 0 ? asked : [this.books.today];
    return new StreamableFile(stream, {
      type: this.format === 'csv' ? `${MEDIA.csv}; charset=utf-8` : MEDIA[this.format],
      disposition: disposition(this.name, days, this.format),
    });
  }
}
