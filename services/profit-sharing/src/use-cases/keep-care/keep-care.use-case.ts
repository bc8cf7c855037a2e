import type { Transaction } from '@ayni/database/transaction';
import type { CareTotal } from '../../domain/facts.js';
import type { KeptFactsPort } from '../../domain/kept-facts.port.js';

/** Keeps what members cared for by day, a weight of the shares where an assembly voted so. */
export class KeepCare {
  constructor(private readonly facts: KeptFactsPort) {}

  run(tx: Transaction, totals: readonly CareTotal[]): Promise<void> {
    return this.facts.keepCare(tx, totals);
  }
}
