import type { Admission } from '@ayni/facts/keep-facts';
import type { Standing } from '@ayni/facts/declaration';
import type { FactStore } from '@ayni/facts/fact-store';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { Transaction } from '@ayni/database/transaction';
import { every, type Centavos, type Day } from '@ayni/kernel';
import { parseAmountInBooks } from '../../domain/ledger/amount-in-books.js';
import { entryOf, type Entry, type Line, type Source } from '../../domain/ledger/entry.js';
import type { GrantBooks } from '../../domain/grants/grant-books.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { KeepMoney } from '../keep-money/keep-money.js';
import { holdGrants, refuseUnknownGrant } from './hold-grants.js';

type Move = { readonly code: string; readonly grant: string; readonly amount: Centavos };
type SentMove = { readonly code: string; readonly grant: string; readonly amount: string };

/** What a kind of document does to its grant, and what taking it back does. */
type Effect = {
  readonly does: (books: GrantBooks, grant: string, amount: bigint, pointer: string) => Line[];
  readonly undoes: (books: GrantBooks, grant: string, amount: bigint) => Line[];
};

/** Keeps documents that move one grant each; what is posted for one follows from how the grant stands then. */
export abstract class KeepGrantMoves<Row extends Move, SentRow extends SentMove> extends KeepMoney<Row, SentRow> {
  protected constructor(
    facts: FactStore<Row, SentRow>,
    private readonly document: Source,
    private readonly effect: Effect,
    coops: CoopDirectory,
    ledger: LedgerPort,
  ) {
    super(facts, document, coops, ledger);
  }

  /** The row of what was sent. */
  protected abstract make(sent: SentRow, amount: Centavos, day: Day): Row;

  protected async admit(
    tx: Transaction,
    rows: readonly LoadedRow<SentRow>[],
    { places }: Coop,
  ): Promise<Admission<Row, SentRow>> {
    const held = await holdGrants(
      tx,
      rows.map(({ sent }) => sent.grant),
      places,
    );
    const known = await this.recordedAmong(tx, rows);
    const entries = new Map<string, Entry>();
    return {
      make: ({ sent, at }, day) =>
        every(
          () => {
            refuseUnknownGrant(held, sent.grant, `${at}/grant`);
          },
          () => {
            const amount = parseAmountInBooks(sent.amount, places, `${at}/amount`);
            const { code, grant } = sent;
            if (held.standing.has(grant) && !known.has(code)) {
              const lines = this.effect.does(held.books, grant, amount, `${at}/amount`);
              entries.set(code, entryOf({ source: this.document, code, day }, lines));
            }
            return this.make(sent, amount, day);
          },
        ),
      recorded: (facts) =>
        this.ledger.post(
          tx,
          facts.map(({ code }) => posted(entries, code)),
        ),
    };
  }

  protected override async takeBack(tx: Transaction, fact: Standing<Row>, reason: string, by: string): Promise<void> {
    const { code, grant, amount } = fact;
    const { places } = await this.coops.get(tx);
    const { books } = await holdGrants(tx, [grant], places);
    await super.takeBack(tx, fact, reason, by);
    const lines = this.effect.undoes(books, grant, amount);
    await this.ledger.takeBackBy(tx, entryOf({ source: this.document, code, day: this.facts.dayOf(fact) }, lines));
  }

  /** It was posted as it was taken back: what came since may have changed what it comes to. */
  protected override reversed(): Promise<void> {
    return Promise.resolve();
  }
}

function posted(entries: ReadonlyMap<string, Entry>, code: string): Entry {
  const entry = entries.get(code);
  if (!entry) throw new Error(`${code} was recorded without its entry`);
  return entry;
}
