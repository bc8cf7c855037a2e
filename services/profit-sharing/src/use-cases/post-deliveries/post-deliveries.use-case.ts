import type { Transaction } from '@ayni/database/transaction';
import { readAmount } from '@ayni/kernel';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { Delivery, TakenBack, Told } from '../../domain/facts.js';
import type { KeptFactsPort } from '../../domain/kept-facts.port.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { deliveryEntry } from '../../domain/ledger/postings.js';

/** Keeps what members delivered, as a weight of their shares, and posts what they were paid for it. */
export class PostDeliveries {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly facts: KeptFactsPort,
    private readonly ledger: LedgerPort,
  ) {}

  async record(tx: Transaction, deliveries: readonly Told<Delivery, 'amount'>[]): Promise<void> {
    const { places } = await this.coops.get(tx);
    const read = deliveries.map((delivery) => ({ ...delivery, amount: readAmount(delivery.amount, places) }));
    await this.facts.keepDeliveries(tx, read);
    await this.ledger.post(tx, read.map(deliveryEntry));
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
