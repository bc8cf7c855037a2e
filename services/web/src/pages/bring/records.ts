import { nameKey } from '@ayni/kernel';
import type { Fault } from '../../api/problem.js';
import { say } from '../../words/say.js';
import type { BroughtColumn, Cells, Together } from './kind.js';

/** The places of the rows that are one record, such as the lines of a receipt, in the order of their first row. */
export function recordsOf(rows: readonly Cells[], together: Together | undefined): readonly (readonly number[])[] {
  if (together === undefined) return rows.map((_, i) => [i]);
  const records = new Map<string, number[]>();
  rows.forEach((cells, i) => {
    const { by, also = [], alike = [] } = together;
    const isAlone = [by, ...also].some((name) => cells[name] === undefined);
    const said = [by, ...also, ...alike].map((name) => nameKey(cells[name] ?? ''));
    const key = isAlone ? `row ${i}` : JSON.stringify(said);
    records.set(key, [...(records.get(key) ?? []), i]);
  });
  return [...records.values()];
}

/** What is wrong with records, at the rows that they were made of. */
export function faultsOfRows(
  faults: readonly Fault[],
  rows: readonly Cells[],
  together: Together | undefined,
): readonly Fault[] {
  if (together === undefined) return faults;
  const records = recordsOf(rows, together);
  return faults.map((fault) => {
    const [, , record = '', ...rest] = fault.pointer.split('/');
    const places = records[Number(record)];
    if (places === undefined) return fault;
    const [part, line = '', ...field] = rest;
    const [at, name] = part === 'lines' && line !== '' ? [places[Number(line)], field] : [places[0], rest];
    return { ...fault, pointer: ['', 'rows', String(at ?? places[0]), ...name].join('/') };
  });
}

const UNEQUAL = { receipts: 'bring.unequal', seasons: 'bring.unequalSeason' } as const;

/** What rows of one record say otherwise than its first row, though they are to say the same; to say nothing is the same. */
export function unequalIn(
  rows: readonly Cells[],
  columns: readonly BroughtColumn[],
  together: Together | undefined,
): readonly Fault[] {
  if (together === undefined) return [];
  const shared = columns.filter(({ name }) => together.shared.includes(name));
  return recordsOf(rows, together).flatMap(([first = 0, ...others]) =>
    others.flatMap((at) =>
      shared.flatMap(({ name, label }) => {
        const said = rows[at]?.[name];
        if (said === undefined || said === rows[first]?.[name]) return [];
        const detail = say(UNEQUAL[together.are], { label, record: rows[at]?.[together.by] ?? '' });
        return [{ code: 'bad-field', pointer: `/rows/${at}/${name}`, detail }];
      }),
    ),
  );
}
