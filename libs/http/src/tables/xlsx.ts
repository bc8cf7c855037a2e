import { choiceWord, clockIn, parseInstant, type Language, type Zone } from '@ayni/kernel';
import { writeXlsxStream, type CellValue } from 'hucre/xlsx';
import type { Cell, CellKind, Column, Table } from './table.js';

/** More digits than these a spreadsheet's numbers do not keep. */
const DIGITS_MAX = 15;

/** Who reads a sheet: in which language, by the clocks of which zone. */
type SheetReader = { readonly language: Language; readonly zone: Zone };

/** What a sheet is called, how many places its amounts have, and which person reads it; a program where there is none. */
export type SheetOptions = { readonly name: string; readonly places: number; readonly reader?: SheetReader };

/** A table as a workbook of one sheet (ECMA-376), its rows written as they come. */
export function xlsxOf(
  table: Table,
  header: readonly string[],
  pages: AsyncIterable<readonly object[]>,
  { name, places, reader }: SheetOptions,
): AsyncIterable<Uint8Array> {
  const columns = table.columns.map(({ kind }, i) => {
    const numFmt = formatOf(kind, places);
    return { header: header[i] ?? '', width: WIDTHS[kind], ...(numFmt === undefined ? {} : { numFmt }) };
  });
  const sheet = { name: sheetName(name), columns, freezePane: { rows: 1 } };
  return writeXlsxStream(rowsOf(table, pages, reader), sheet);
}

/** Spreadsheets allow a sheet so many signs for its name. */
const NAME_MAX = 31;

export const sheetName = (name: string): string => name.slice(0, NAME_MAX).trimEnd();

async function* rowsOf(
  table: Table,
  pages: AsyncIterable<readonly object[]>,
  reader: SheetReader | undefined,
): AsyncGenerator<CellValue[]> {
  for await (const page of pages)
    for (const row of page)
      for (const cells of table.rowsOf(row)) yield cells.map((cell, i) => valueOf(table.columns[i], cell, reader));
}

/** A text stays a text, whatever it looks like: no cell is a formula. */
function valueOf(column: Column | undefined, cell: Cell, reader: SheetReader | undefined): CellValue {
  if (typeof cell !== 'string') return cell;
  if (reader && column?.isChoice) return inWords(column.field, cell, reader.language);
  switch (column?.kind) {
    case 'amount':
    case 'quantity':
    case 'stock-quantity':
      return asNumber(cell);
    case 'day':
      return new Date(`${cell}T00:00:00Z`);
    case 'instant':
      return reader ? clockIn(reader.zone, parseInstant(cell)) : cell;
    default:
      return asText(cell);
  }
}

/** A number where a spreadsheet keeps all of it; else the text. */
export const asNumber = (decimal: string): number | string => (isKept(decimal) ? Number(decimal) : decimal);

/** A text that no reader takes for something else. */
export const asText = (text: string): string => text.replace(SIGN_BY_NUMBER, '_x005F_');

/** How amounts of a currency with so many places are shown. */
export const amountFormat = (places: number): string => (places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`);

/** One of a few things, or several with blanks between them. */
const inWords = (field: string, cell: string, language: Language): string =>
  cell
    .split(' ')
    .map((value) => choiceWord(field, value, language) ?? value)
    .join(', ');

/** What a reader would take for one sign that is written by its number. */
const SIGN_BY_NUMBER = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** Whether a spreadsheet's number says exactly the same. */
const isKept = (decimal: string): boolean =>
  /^-?\d+(\.\d+)?$/.test(decimal) && decimal.replace(/^-?0*\.?0*|\./g, '').length <= DIGITS_MAX;

function formatOf(kind: CellKind, places: number): string | undefined {
  switch (kind) {
    case 'amount':
      return amountFormat(places);
    case 'stock-quantity':
    case 'whole':
      return '0';
    case 'day':
      return 'yyyy-mm-dd';
    case 'quantity':
      return '#,##0.00####';
    case 'instant':
      return 'yyyy-mm-dd hh:mm:ss';
    case 'yes-no':
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
  instant: 20,
  code: 16,
  text: 24,
  words: 24,
};
