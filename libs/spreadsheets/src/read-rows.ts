import { Refusal } from '@ayni/kernel';
import type { Column, Matching } from './column.js';
import { plain } from './plain.js';
import { readAmount, readDay, readMoment, readWhole, styleOf, type Style } from './read-cell.js';
import { ROWS_MAX, type Cell, type Row } from './sheet.js';

/** A row of a sheet by its fields; those that say nothing are not there. */
export type BroughtRow = {
  /** Where it stands in the sheet, from 1. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  /** The fields that a formula made. */
  readonly formulas: readonly string[];
};

export type BroughtRows = {
  readonly rows: readonly BroughtRow[];
  /** The lines of totals, which are no rows, from 1. */
  readonly totals: readonly number[];
  readonly style: Style;
};

/**
 * The rows under the heads of a sheet, by fields.
 * @param style how figures and days are written, where that is not to be found out
 * @throws Refusal `spreadsheet-too-many-rows`
 */
export function readRows(
  sheet: readonly Row[],
  columns: readonly Column[],
  { headLine, places }: Matching,
  style: Partial<Style> = {},
): BroughtRows {
  const first = headLine === undefined ? 0 : headLine + 1;
  const filled = sheet
    .slice(first)
    .map((row, i) => ({ row, line: first + i + 1 }))
    .filter(({ row }) => row.some(({ text }) => text !== ''));
  const totals = filled.filter(({ row }) => isTotal(row, columns, places));
  const told = filled.filter((one) => !totals.includes(one));
  if (told.length > ROWS_MAX) throw new Refusal('spreadsheet-too-many-rows', '', { limit: String(ROWS_MAX) });
  const cellsOf = (...kinds: Column['kind'][]): Cell[] =>
    columns
      .filter(({ kind }) => kinds.includes(kind))
      .flatMap(({ name }) => told.map(({ row }) => row[places[name] ?? -1]).filter((cell) => cell !== undefined));
  const read = { ...styleOf(cellsOf('amount'), cellsOf('day', 'moment')), ...style };
  return {
    rows: told.map(({ row, line }) => broughtOf(row, line, columns, places, read)),
    totals: totals.map(({ line }) => line),
    style: read,
  };
}

function broughtOf(
  row: Row,
  line: number,
  columns: readonly Column[],
  places: Matching['places'],
  style: Style,
): BroughtRow {
  const cells: Record<string, string> = {};
  const formulas: string[] = [];
  for (const { name, kind } of columns) {
    const cell = row[places[name] ?? -1];
    if (cell === undefined || cell.text === '') continue;
    cells[name] = READERS[kind](cell, style);
    if (cell.isFormula) formulas.push(name);
  }
  return { line, cells, formulas };
}

const READERS: Readonly<Record<Column['kind'], (cell: Cell, style: Style) => string>> = {
  text: ({ text }) => text.replace(/\s+/g, ' '),
  day: readDay,
  moment: readMoment,
  amount: readAmount,
  whole: readWhole,
};

/** A row that says so, and no day where the others say one. */
function isTotal(row: Row, columns: readonly Column[], places: Matching['places']): boolean {
  if (!row.some(({ text }) => /^(?:gran |sub ?)?total(?:es|s)?\b|^suma(?:s|n)?\b/.test(plain(text)))) return false;
  const days = columns.filter(({ kind, isOpen }) => (kind === 'day' || kind === 'moment') && !isOpen);
  return days.some(({ name }) => (row[places[name] ?? -1]?.text ?? '') === '');
}
