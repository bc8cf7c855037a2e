import { stringify } from 'csv-stringify/sync';
import type { Cell, CellKind, Table } from './table.js';

/** By this some spreadsheets know UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** A table as CSV (RFC 4180), a piece for each page of rows. */
export async function* csvOf(
  table: Table,
  header: readonly string[],
  pages: AsyncIterable<readonly object[]>,
  { isMarked }: { readonly isMarked: boolean },
): AsyncGenerator<string> {
  yield (isMarked ? BYTE_ORDER_MARK : '') + csvLines([header]);
  for await (const page of pages)
    yield csvLines(
      page.flatMap((row) => table.rowsOf(row).map((cells) => cells.map((cell, i) => written(table, cell, i)))),
    );
}

/** Rows as lines of CSV, quoted where their text needs it. */
export const csvLines = (rows: readonly (readonly string[])[], delimiter = ','): string =>
  stringify(
    rows.map((row) => [...row]),
    { record_delimiter: 'windows', delimiter },
  );

function written({ columns }: Table, cell: Cell, i: number): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  return isNumeric(columns[i]?.kind) ? cell : withoutFormula(cell);
}

const isNumeric = (kind: CellKind | undefined): boolean =>
  kind === 'amount' || kind === 'quantity' || kind === 'stock-quantity';

/** What a spreadsheet would take for a formula is shown as text (OWASP ASVS 5.0, 1.2.10); a number is none. */
export const withoutFormula = (text: string): string =>
  /^[=+\-@＝＋－＠\p{Cc}]/u.test(text) && !NUMBER.test(text) ? `'${text}` : text;

const NUMBER = /^-?\d+(\.\d+)?$/;
