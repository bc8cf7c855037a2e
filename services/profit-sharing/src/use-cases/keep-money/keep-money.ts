import type { Source } from '../../domain/ledger/entry.js';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { FactStore } from '@ayni/facts/fact-store';
import type { Transaction } from '@ayni/database/transaction';
import { KeepFacts } from '@ayni/facts/keep-facts';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';

/** Keeps facts that the treasurer enters; each is posted, and its entry is mirrored where it is taken back. */
export abstract class KeepMoney<Row extends object, SentRow extends object> extends KeepFacts<Row, SentRow> {
  protected constructor(
    facts: FactStore<Row, SentRow>,
    private readonly source: Source,
    coops: CoopDirectory,
    protected readonly ledger: LedgerPort,
  ) {
    super(facts, coops);
  }

  protected override reversed(tx: Transaction, fact: Row): Promise<void> {
    return this.ledger.takeBack(tx, this.source, [this.facts.codeOf(fact)]);
  }
}
