import { fileShape, fileOf, type Row, type Table } from '../files.js';
import { shown, type Findings } from '../mistake.js';
import type { Fault } from './load-rows.js';

/** The records that became one row of a request: the lines of a receipt, or else a single one. */
export type Source<T extends Table> = {
  readonly records: readonly Row<T>[];
  readonly indexOf: (column: string) => number;
};

/**
 * Finds the cell that a row was refused for. What only follows from a mistake in another file, or was found when the
 * folder was read, is not said again.
 */
export function findFault<T extends Table>(findings: Findings, table: T, source: Source<T>, fault: Fault): void {
  const name = fault.place.at(-1);
  const line = fault.place.length > 1 ? Number(fault.place[1]) : 0;
  const record = source.records[line] ?? source.records[0];
  if (record === undefined) throw new Error(`a row of ${table} came from no record`);
  const { columns, names = {} } = fileShape(table);
  const column = Object.keys(columns).find((key) => columns[key]?.name === name || key === name);
  const at = { file: fileOf(table), from: record.from, ...(column === undefined ? {} : { field: column }) };
  const others = fault.code === 'unknown-unit' ? ['products', 'units'] : [names[column ?? ''] ?? ''];
  const follows = FOLLOWING.includes(fault.code) && others.some((other) => findings.ofFile(`${other}.csv`));
  if (follows || findings.has(at)) return;
  const cells: Readonly<Record<string, string>> = record.cells;
  const cell = column === undefined ? undefined : cells[column];
  const what = cell === '' ? 'is empty' : cell === undefined ? fault.detail : `${shown(cell)}: ${fault.detail}`;
  findings.add({ ...at, index: column === undefined ? 0 : source.indexOf(column), what });
}

/** Refusals of what another file brings. */
const FOLLOWING = ['unknown-reference', 'unknown-unit'];
