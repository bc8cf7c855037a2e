import type { Transaction } from '@ayni/database/transaction';
import type { Payee, Pays } from './payee.js';

/** How families are paid. */
export abstract class PayeesPort {
  /**
   * Registers how families are paid, all or none; the same again changes nothing.
   * @throws Refusal `duplicate-code`, `code-taken` where it is registered otherwise
   */
  abstract register(
    tx: Transaction,
    payees: readonly Payee[],
    by: string,
  ): Promise<{ readonly recorded: number; readonly unchanged: number }>;
  /** Which of the codes are of households. */
  abstract householdsAmong(tx: Transaction, codes: readonly string[]): Promise<ReadonlySet<string>>;
  /** How each household is paid, by its code. */
  abstract ofHouseholds(tx: Transaction): Promise<ReadonlyMap<string, Pays>>;
}
