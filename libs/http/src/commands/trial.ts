import type { Transaction } from '@ayni/database/transaction';
import { Refusal, Refusals, refusalsOf } from '@ayni/kernel';
import type { CommandDesk } from './command-desk.js';
import { Fault, type TrialAnswer } from './load-answer.js';
import type { BroughtRow, Load } from './load.js';
import { movedTo } from './moved-to.js';
import { countsOf, type RowDone } from './row-done.js';

/** So many rows are tried at once. */
const TRIED_AT_ONCE = 25;

/**
 * Does the work of a load, each row as if those before it that hold were there, and takes all of it back. Where rows do
 * not hold together, each that was refused is tried by itself, and those between them together.
 * @param work answers what became of each row; a refusal names rows by their places in the load
 */
export async function tryRows<Sent>(
  desk: CommandDesk,
  { principal, rows, faults, language }: Load<Sent>,
  work: (tx: Transaction, rows: readonly BroughtRow<Sent>[]) => Promise<readonly RowDone[]>,
): Promise<TrialAnswer> {
  const done: RowDone[] = [];
  await desk.tried(principal.coop, async (tx) => {
    const attempt = async (tried: readonly BroughtRow<Sent>[]): Promise<void> => {
      const error = await tx.attempt(async () => {
        done.push(...(await work(tx, tried)));
      });
      if (error === undefined) return;
      const [row] = tried;
      if (row && tried.length === 1) {
        const refusals = refusalsOf(error).map((refusal) => movedTo([row.at], refusal));
        faults.add(row.index, refusals);
        return;
      }
      for (const part of partsOf(tried, error)) await attempt(part);
    };
    for (let from = 0; from < rows.length; from += TRIED_AT_ONCE) await attempt(rows.slice(from, from + TRIED_AT_ONCE));
  });
  const told = faults.all.map((refusal) => new Fault(refusal, language));
  return { trial: true, ...countsOf(done), refused: faults.rows, faults: told };
}

/** What is tried of rows that do not hold together: each that was refused, and those between; halves where none is named. */
export function partsOf<Row extends { readonly at: string }>(rows: readonly Row[], error: Error): Row[][] {
  const pointers = isRefusal(error) ? refusalsOf(error).map(({ pointer }) => pointer) : [];
  const named = new Set(pointers.map((pointer) => pointer.split('/', 3).join('/')));
  const parts: Row[][] = [];
  let between: Row[] | undefined;
  for (const row of rows)
    if (named.has(row.at)) {
      parts.push([row]);
      between = undefined;
    } else if (between) between.push(row);
    else parts.push((between = [row]));
  if (parts.length > 1) return parts;
  const half = Math.ceil(rows.length / 2);
  return [rows.slice(0, half), rows.slice(half)];
}

const isRefusal = (error: Error): boolean => error instanceof Refusal || error instanceof Refusals;
