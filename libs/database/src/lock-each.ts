import { statement } from './statement.js';
import type { Transaction } from './transaction.js';

const lock = statement(
  'lock each',
  `SELECT count(pg_advisory_xact_lock(hashtextextended(current_setting('app.coop') || ' ' || $1 || ' ' || name, 0)))
   FROM unnest($2::text[]) AS names (name)`,
);

/**
 * Holds things of the co-op that no row stands for, such as a member's days, until the transaction ends: of two that
 * name the same thing the second waits. They are taken in one order, so that two never wait crosswise.
 * Not for a trial: it takes its rows some at a time, and would hold up who means it, or wait for it crosswise.
 * @param kind what they are, so that things of two kinds may have one name
 */
export async function lockEach(tx: Transaction, kind: string, names: readonly string[]): Promise<void> {
  if (names.length > 0 && !tx.isTrial) await tx.query(lock, [kind, [...new Set(names)].toSorted()]);
}
