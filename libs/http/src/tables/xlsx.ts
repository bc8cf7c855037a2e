import { writeXlsxStream, type CellValue } from 'hucre/xlsx';
import type { Cell, CellKind, Column, Table } from './table.js';

/** More digits than these a spreadsheet's numbers do not keep. */
const DIGITS_MAX = 15;

/** What a sheet is called, and how many places its amounts have. */
export type SheetOptions = { readonly name: string; readonly places: number };

/** A table as a workbook of one sheet (ECMA-376), its rows written as they come. */
export function xlsxOf(
  table: Table,
  header: readonly string[],
  pages: AsyncIterable<readonly object[]>,
  { name, places }: SheetOptions,
): AsyncIterable<Uint8Array> {
  const columns = table.columns.map(({ kind }, i) => {
    const numFmt = formatOf(kind, places);
    return { header: header[i] ?? '', width: WIDTHS[kind], ...(numFmt === undefined ? {} : { numFmt }) };
  });
  const sheet = { name: name.slice(0, NAME_MAX), columns, freezePane: { rows: 1 } };
  return writeXlsxStream(rowsOf(table, pages), sheet);
}

/** A longer name of a sheet is refused by spreadsheets. */
const NAME_MAX = 31;

async function* rowsOf(table: Table, pages: AsyncIterable<readonly object[]>): AsyncGenerator<CellValue[]> {
  for await (const page of pages)
    for (const row of page)
      for (const cells of table.rowsOf(row)) yield cells.map((cell, i) => valueOf(table.columns[i], cell));
}

/** A text stays a text, whatever it looks like: no cell is a formula. */
function valueOf(column: Column | undefined, cell: Cell): CellValue {
  if (typeof cell !== 'string') return cell;
  switch (column?.kind) {
    case 'amount':
    case 'quantity':
    case 'stock-quantity':
      return isKept(cell) ? Number(cell) : cell;
    case 'day':
      return new Date(`${cell}T00:00:00Z`);
    default:
      return cell.replace(SIGN_BY_NUMBER, '_x005F_');
  }
}

/** What a reader would take for one sign that is written by its number. */
const SIGN_BY_NUMBER = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** Whether a spreadsheet's number says exactly the same. */
const isKept = (decimal: string): boolean =>
  /^-?\d+(\.\d+)?$/.test(decimal) && decimal.replace(/^-?0*\.?0*|\./g, '').length <= DIGITS_MAX;

function formatOf(kind: CellKind, places: number): string | undefined {
  switch (kind) {
    case 'amount':
      return places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`;
    case 'stock-quantity':
    case 'whole':
      return '0';
    case 'day':
      return 'yyyy-mm-dd';
    case 'quantity':
    case 'yes-no':
    case 'instant':
    case 'code':
    case 'text':
    case 'words':
      return undefined;
  }
}

/** In signs of the sheet's letter. */
const WIDTHS: Readonly<Record<CellKind, number>> = {
  amount: 14,
  quantity: 12,
  'stock-quantity': 14,
  whole: 10,
  'yes-no': 10,
  day: 12,
  instant: 25,
  code: 16,
  text: 24,
  words: 24,
};
