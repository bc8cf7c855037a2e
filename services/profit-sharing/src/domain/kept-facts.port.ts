import type { Transaction } from '@ayni/database/transaction';
import type { CareTotal, Delivery, TakenBack, Work } from './facts.js';

export type Household = { readonly code: string; readonly name: string };

/** What this service keeps of the others' facts, beside the register of members. */
export abstract class KeptFactsPort {
  abstract keepDeliveries(tx: Transaction, deliveries: readonly Delivery[]): Promise<void>;
  abstract keepWork(tx: Transaction, work: readonly Work[]): Promise<void>;
  /** In the order in which they were told: of one day the last counts. */
  abstract keepCare(tx: Transaction, totals: readonly CareTotal[]): Promise<void>;
  abstract takeBack(tx: Transaction, kind: 'delivery' | 'work', facts: readonly TakenBack[]): Promise<void>;
  abstract keepHouseholds(tx: Transaction, households: readonly Household[]): Promise<void>;
  abstract correctHouseholds(tx: Transaction, households: readonly Household[]): Promise<void>;
}
