import { Fault, type TrialAnswer } from './load-answer.js';
import type { CoopLock, Database } from '@ayni/database/database';
import type { Transaction } from '@ayni/database/transaction';
import { newCommandId } from '@ayni/database/new-id';
import { refusalsOf } from '../faults.js';
import type { Load, LoadedRow } from './load.js';
import { movedTo } from './moved-to.js';

/**
 * Does the work of a load.
 * @param among all rows of the load, where `rows` are only some of them
 * @returns which of the rows are new
 */
export type LoadWork<Sent> = (
  tx: Transaction,
  rows: readonly LoadedRow<Sent>[],
  among: readonly LoadedRow<Sent>[],
) => Promise<readonly boolean[]>;

/** How many rows of a load are new, and how many were there already. */
export function countsOf(fresh: readonly boolean[]): { readonly recorded: number; readonly unchanged: number } {
  const recorded = fresh.filter(Boolean).length;
  return { recorded, unchanged: fresh.length - recorded };
}

/** Ends the transaction of a trial, so that nothing of it stays. */
class TrialOver extends Error {}

/** Does the work of a load row by row, each as if those before it that hold were there, and takes all of it back. */
export async function tryLoad<Sent>(
  database: Database,
  { principal, rows, faults, language }: Load<Sent>,
  work: LoadWork<Sent>,
  lock: CoopLock,
): Promise<TrialAnswer> {
  const fresh: boolean[] = [];
  try {
    await database.transaction(principal.coop, newCommandId(), { lock }, async (tx) => {
      for (const row of rows) {
        const error = await tx.attempt(async () => {
          fresh.push(...(await work(tx, [row], rows)));
        });
        if (error)
          faults.add(
            row.index,
            refusalsOf(error).map((refusal) => movedTo(row.at, refusal)),
          );
      }
      throw new TrialOver();
    });
  } catch (error) {
    if (!(error instanceof TrialOver)) throw error;
  }
  const refused = faults.all.map((refusal) => new Fault(refusal, language));
  return { trial: true, ...countsOf(fresh), refused: faults.rows, faults: refused };
}
