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
 * not hold together, each that was refused is tried by itself, and those between them together. Of rows that were mended
 * nothing stays for those after them.
 * @param work answers what became of each row; a refusal names rows by their places in the load
 */
export async function tryRows<Sent>(
  desk: CommandDesk,
  { principal, rows, mended, faults, language }: Load<Sent>,
  work: (
    tx: Transaction,
    rows: readonly BroughtRow<Sent>[],
    among: readonly BroughtRow<Sent>[],
  ) => Promise<readonly RowDone[]>,
): Promise<TrialAnswer> {
  const done: RowDone[] = [];
  const isMended = ({ index }: BroughtRow<Sent>): boolean => mended.has(index);
  await desk.tried(principal.coop, async (tx) => {
    const refusalOf = async (
      tried: readonly BroughtRow<Sent>[],
      among: readonly BroughtRow<Sent>[] = rows,
    ): Promise<Error | undefined> => {
      const error = await tx.attempt(async () => {
        const answers = await work(tx, tried, among);
        if (tried.some(isMended)) throw new Held();
        done.push(...answers);
      });
      return error instanceof Held ? undefined : error;
    };
    const attempt = async (tried: readonly BroughtRow<Sent>[]): Promise<void> => {
      const error = await refusalOf(tried);
      if (error === undefined) return;
      const [row] = tried;
      if (row && tried.length === 1) faults.add(row.index, await staying(row, refusalsFor(row, error)));
      else for (const part of partsOf(tried, error)) await attempt(part);
    };
    /** Those of a row's refusals that do not hang on what stands in the place of its faulty fields. */
    const staying = async (row: BroughtRow<Sent>, refusals: readonly Refusal[]): Promise<readonly Refusal[]> => {
      const { again, places = [] } = mended.get(row.index) ?? {};
      const found = refusals.filter(({ pointer }) => !places.some((place) => isWithin(pointer, place)));
      if (!again || found.length === 0) return found;
      const error = await refusalOf(
        [again],
        rows.map((one) => (one.index === row.index ? again : one)),
      );
      const still = new Set(error ? refusalsFor(again, error).map(saidBy) : []);
      return found.filter((refusal) => still.has(saidBy(refusal)));
    };
    for (const run of runsOf(rows, isMended)) await attempt(run);
  });
  const told = faults.all.map((refusal) => new Fault(refusal, language));
  return { trial: true, ...countsOf(done), refused: faults.rows, faults: told };
}

/** Takes back what held. */
class Held extends Error {}

const refusalsFor = ({ at }: { readonly at: string }, error: Error): readonly Refusal[] =>
  refusalsOf(error).map((refusal) => movedTo([at], refusal));

const saidBy = ({ code, pointer, values }: Refusal): string => JSON.stringify([code, pointer, values]);

const isWithin = (pointer: string, place: string): boolean => pointer === place || pointer.startsWith(`${place}/`);

/** Rows in their order, as many at once as are tried so and are of one sort. */
function runsOf<Row>(rows: readonly Row[], sortOf: (row: Row) => unknown): Row[][] {
  const runs: Row[][] = [];
  let last: Row[] = [];
  for (const row of rows)
    if (last[0] && last.length < TRIED_AT_ONCE && sortOf(last[0]) === sortOf(row)) last.push(row);
    else runs.push((last = [row]));
  return runs;
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
