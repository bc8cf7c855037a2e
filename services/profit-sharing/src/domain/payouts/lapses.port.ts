import type { Day } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Movement } from '../ledger/ageing.js';
import type { LapseRule } from './unclaimed.js';

/** When what nobody claims lapses, and what households are owed since when. */
export abstract class LapsesPort {
  /** The rule that holds now; none until the assembly made one. */
  abstract rule(tx: Transaction): Promise<LapseRule | null>;
  /** @returns how often it was set, with this time */
  abstract setRule(tx: Transaction, rule: LapseRule, by: string): Promise<number>;
  /** What was put on the accounts of each household and taken off them, by day, up to and with a day. */
  abstract movements(tx: Transaction, on: Day): Promise<ReadonlyMap<string, readonly Movement[]>>;
}
