import type { Transaction } from '@ayni/database/transaction';

/** A record that is confirmed. */
export type Confirmation = { readonly code: string; readonly onePerson: boolean };

/** Who confirmed which work. */
export abstract class ConfirmationsPort {
  /**
   * Keeps that somebody confirmed records, and of which she had entered them as well, since nobody else could confirm.
   * @returns the codes of those that were not confirmed before
   */
  abstract add(tx: Transaction, records: readonly Confirmation[], by: string): Promise<ReadonlySet<string>>;
}
