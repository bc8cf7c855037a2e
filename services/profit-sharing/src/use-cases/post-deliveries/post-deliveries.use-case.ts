import type { Transaction } from '@ayni/database/transaction';
import type { Delivery, TakenBack } from '../../domain/facts.js';
import type { KeptFactsPort } from '../../domain/kept-facts.port.js';
import type { LedgerPort } from '../../domain/ledger.port.js';
import { deliveryEntry } from '../../domain/postings.js';

/** Keeps what members delivered, as a weight of their shares, and posts what they were paid for it. */
export class PostDeliveries {
  constructor(
    private readonly facts: KeptFactsPort,
    private readonly ledger: LedgerPort,
  ) {}

  async record(tx: Transaction, deliveries: readonly Delivery[]): Promise<void> {
    await this.facts.keepDeliveries(tx, deliveries);
    await this.ledger.post(tx, deliveries.map(deliveryEntry));
  }

  async takeBack(tx: Transaction, deliveries: readonly TakenBack[]): Promise<void> {
    await this.facts.takeBack(tx, 'delivery', deliveries);
    await this.ledger.takeBack(
      tx,
      'delivery',
      deliveries.map(({ code }) => code),
    );
  }
}
