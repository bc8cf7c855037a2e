import type { Transaction } from '@ayni/database/transaction';
import type { Debt, DebtKind } from './debt.js';

/** What members owe. */
export abstract class DebtsPort {
  /** Debts that stand, held until the transaction ends: of two who move one the second sees what the first did. */
  abstract hold(tx: Transaction, codes: readonly string[]): Promise<Debt[]>;
  /**
   * Those of the codes under which, in whatever case, debts of other kinds were entered. The codes are held until the transaction ends: of
   * two kinds that take one at the same moment the second sees the first.
   */
  abstract ofOtherKinds(tx: Transaction, kind: DebtKind, codes: readonly string[]): Promise<ReadonlySet<string>>;
}
