import type { Transaction } from '@ayni/database/transaction';
import type { TakenBack, Work } from '../../domain/facts.js';
import type { KeptFactsPort } from '../../domain/kept-facts.port.js';

/** Keeps confirmed work, which is a weight of the shares. */
export class KeepWork {
  constructor(private readonly facts: KeptFactsPort) {}

  record(tx: Transaction, work: readonly Work[]): Promise<void> {
    return this.facts.keepWork(tx, work);
  }

  takeBack(tx: Transaction, work: readonly TakenBack[]): Promise<void> {
    return this.facts.takeBack(tx, 'work', work);
  }
}
