import type { Transaction } from '@ayni/database/transaction';
import type { BankTemplate } from './bank-template.js';

/** What the co-op's file for its bank looks like. */
export abstract class BankTemplatesPort {
  /** What holds now: its own, or that of the product. */
  abstract current(tx: Transaction): Promise<BankTemplate>;
  /** @returns how often it was set, with this time */
  abstract change(tx: Transaction, template: BankTemplate, by: string): Promise<number>;
}
