import type { Centavos } from '@ayni/kernel';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { Entry } from '../../domain/ledger/entry.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { collectionEntry } from '../../domain/ledger/postings.js';
import { collections, type Collection, type SentCollection } from '../../facts/collection.js';
import { KeepSettlements } from '../keep-money/keep-settlements.js';

/** Keeps what buyers pay of what they owe. */
export class KeepCollections extends KeepSettlements<Collection, SentCollection> {
  constructor(coops: CoopDirectory, ledger: LedgerPort) {
    super(collections, 'collection', coops, ledger);
  }

  protected make(sent: SentCollection, amount: Centavos): Collection {
    return { ...sent, amount };
  }

  protected entry(row: Collection): Entry {
    return collectionEntry(row);
  }
}
