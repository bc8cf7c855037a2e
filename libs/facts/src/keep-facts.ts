import {
  dayIn,
  found,
  nameKey,
  parseCommandId,
  parseDay,
  parseInstant,
  Refusal,
  type CommandId,
  type Day,
} from '@ayni/kernel';
import type { CoopLock } from '@ayni/database/database';
import type { BroughtRow, LoadedRow } from '@ayni/http/commands/load';
import type { RowDone } from '@ayni/http/commands/row-done';
import type { Principal } from '@ayni/http/auth/principal';
import type { Transaction } from '@ayni/database/transaction';
import { Faults } from '@ayni/http/faults';
import { spelledAsKept } from '@ayni/http/spelling';
import {
  refuseFuture,
  refuseOtherPlaces,
  type Coop,
  type CoopDirectory,
} from '@ayni/reference-data/coops/coop-directory';
import { refuseShut, seasonsOf } from './season-door.js';
import type { Standing } from './declaration.js';
import type { Entry, FactStore } from './fact-store.js';
import { sentCode } from './own-code.js';
import { digestOf } from './record.js';

/** How the rows of a load become facts. */
export type Admission<Row, SentRow> = {
  /** Makes a fact of a row on its business day. @throws Refusal for what does not hold, with the row's place */
  readonly make: (row: LoadedRow<SentRow>, day: Day) => Row;
  /**
   * What follows from those that are new in this service, in the same transaction.
   * @param commandOf the command that brought a fact; what is told of it follows from that
   */
  readonly recorded?: (facts: readonly Row[], commandOf: (fact: Row) => CommandId | undefined) => Promise<void>;
};

/** What rows become, and what is wrong with those that become nothing. */
type Admitted<Row, SentRow> = {
  readonly recorded: Admission<Row, SentRow>['recorded'] | undefined;
  readonly entries: readonly Entry<Row>[];
  readonly faults: Faults;
  readonly seasons: Awaited<ReturnType<typeof seasonsOf>>;
};

/** Rows of which some are refused. */
type Refused<Row, SentRow> = Pick<Admitted<Row, SentRow>, 'entries' | 'faults'> & {
  readonly brought: readonly LoadedRow<SentRow>[];
  readonly among: readonly BroughtRow<SentRow>[];
};

/**
 * Records facts of one kind and takes them back. What is the same for all is done here: the business day, the
 * season's door, codes, digests, events. A kind adds what its rows are checked against and what follows from them.
 */
export abstract class KeepFacts<Row extends object, SentRow extends object> {
  /** Looked through once for each load: a trial comes back to it for every row. */
  private readonly firsts = new WeakMap<readonly BroughtRow<SentRow>[], ReadonlyMap<string, SentRow>>();

  protected constructor(
    protected readonly facts: FactStore<Row, SentRow>,
    protected readonly coops: CoopDirectory,
  ) {}

  /** How the co-op's lock is held while a fact is taken back. */
  readonly reversalLock: CoopLock = 'shared';

  /** Reads, once for all rows, what they are checked against. */
  protected abstract admit(
    tx: Transaction,
    rows: readonly LoadedRow<SentRow>[],
    coop: Coop,
  ): Promise<Admission<Row, SentRow>>;

  /** What follows from taking a fact back. */
  protected reversed(_tx: Transaction, _fact: Row): Promise<void> {
    return Promise.resolve();
  }

  /** Whether a fact is there for somebody to take back. */
  protected mayReverse(_fact: Standing<Row>, _by: Principal): boolean {
    return true;
  }

  /** Refuses somebody who may not take back a fact that is there for her. */
  protected refuseReversal(_tx: Transaction, _fact: Standing<Row>, _by: Principal): Promise<void> {
    return Promise.resolve();
  }

  /** The rows under the codes by which the books know them, where each person has codes of her own. */
  protected withOwnCodes(
    _tx: Transaction,
    rows: readonly LoadedRow<SentRow>[],
  ): Promise<readonly LoadedRow<SentRow>[]> {
    return Promise.resolve(rows);
  }

  /** The fact that somebody calls so. */
  protected find(tx: Transaction, code: string, _by: Principal): Promise<Standing<Row> | undefined> {
    return this.facts.find(tx, code);
  }

  /** Those of the rows that are recorded already, under their codes: nothing comes of them any more. */
  protected async recordedAmong(tx: Transaction, rows: readonly LoadedRow<SentRow>[]): Promise<ReadonlySet<string>> {
    const codes = rows.map(({ sent }) => this.codeOf(sent));
    return new Set((await this.facts.load(tx, codes)).keys());
  }

  protected codeOf(sent: SentRow): string {
    return String(Reflect.get(sent, this.facts.codeField));
  }

  /** What a digest is made of: what was sent, unless an older release called its fields otherwise. */
  protected digested(sent: SentRow): object {
    return sent;
  }

  /**
   * Records the rows of a load, all or none; a row that is there already changes nothing.
   * @param among all rows of the load, where these are only some of them
   * @param takenForNew whether the transaction may fail, at its end, for a row that is there; else it is looked for
   * @returns which of the rows are new, and whose days are of no season
   * @throws Refusals `books-of-other-places`, `day-in-future`, `duplicate-code`, `season-closed`, `code-taken` and those of the kind
   */
  async record(
    tx: Transaction,
    rows: readonly LoadedRow<SentRow>[],
    among: readonly BroughtRow<SentRow>[] = rows,
    takenForNew = false,
  ): Promise<readonly RowDone[]> {
    const coop = await this.coops.get(tx);
    refuseOtherPlaces(coop);
    const own = await this.withOwnCodes(tx, rows);
    let { entries, faults, recorded, seasons } = await this.admitted(tx, own, rows, among, coop);
    if (faults.rows > 0) {
      // nearly all that is sent calls things as the books do: only what would be refused is looked at again
      const spelled = await this.spelledAsKept(tx, own);
      if (spelled !== own)
        ({ entries, faults, recorded, seasons } = await this.admitted(tx, spelled, rows, among, coop));
    }
    if (faults.rows > 0) await this.addTaken(tx, own, { entries, faults, brought: rows, among });
    faults.throwIfAny();
    // what follows from facts may read them: they have to be there
    const fresh =
      takenForNew && !recorded ? this.facts.recordAtEnd(tx, entries, coop) : await this.facts.record(tx, entries, coop);
    const commands = new Map(fresh.map(({ fact, cause }) => [fact, parseCommandId(cause.commandid)]));
    await recorded?.([...commands.keys()], (fact) => commands.get(fact));
    return entries.map(({ fact }) => {
      const day = this.facts.dayOf(fact);
      return { isNew: commands.has(fact), dayOfNoSeason: seasons.has(day) ? undefined : day };
    });
  }

  private async spelledAsKept(
    tx: Transaction,
    rows: readonly LoadedRow<SentRow>[],
  ): Promise<readonly LoadedRow<SentRow>[]> {
    const sent = rows.map((row) => row.sent);
    const spelled = await spelledAsKept(tx, this.facts.declaration.sent, sent);
    return spelled === sent ? rows : rows.map((row, i) => ({ ...row, sent: spelled[i] ?? row.sent }));
  }

  /**
   * Looks whether rows hold, and makes facts of those that do.
   * @param brought the rows as they were sent
   */
  private async admitted(
    tx: Transaction,
    rows: readonly LoadedRow<SentRow>[],
    brought: readonly LoadedRow<SentRow>[],
    among: readonly BroughtRow<SentRow>[],
    coop: Coop,
  ): Promise<Admitted<Row, SentRow>> {
    const dated = rows.map((row) => ({ row, day: this.dayOf(row.sent, coop) }));
    // asked at once: one round trip
    const [seasons, { make, recorded }] = await Promise.all([
      seasonsOf(
        tx,
        dated.map(({ day }) => day),
      ),
      this.admit(tx, rows, coop),
    ]);
    const faults = new Faults();
    const placeOf = ({ at, sent }: LoadedRow<SentRow>): string => `${at}/${this.datedBy(sent)}`;
    dated.forEach(({ row, day }, i) => faults.check(i, () => refuseFuture(coop, day, tx.now, placeOf(row))));
    this.refuseRepeated(brought, among, faults);
    dated.forEach(({ row, day }, i) => faults.check(i, () => refuseShut(seasons, day, placeOf(row))));
    const entries = dated.flatMap(({ row, day }, i) => {
      const fact = faults.check(i, () => make(row, day));
      return fact
        ? [{ fact, digest: digestOf(this.digested(row.sent)), by: row.by.user, at: row.at, cause: row.cause }]
        : [];
    });
    return { entries, faults, recorded, seasons };
  }

  /**
   * Takes a fact back while its season is open; it nets to nothing on its own day.
   * @throws Refusal `not-found`, `season-closed`, `already-reversed`
   */
  async reverse(tx: Transaction, code: string, reason: string, by: Principal): Promise<{ reversed: string }> {
    const kept = await this.find(tx, code, by);
    const fact = found(kept && this.mayReverse(kept, by) ? kept : undefined, this.facts.kind, code);
    await this.refuseReversal(tx, fact, by);
    const day = this.facts.dayOf(fact);
    refuseShut(await seasonsOf(tx, [day]), day);
    await this.takeBack(tx, fact, reason, by.user);
    await this.reversed(tx, fact);
    return { reversed: sentCode(this.facts.codeOf(fact)) };
  }

  /** Puts the reversal down, and tells the others. */
  protected async takeBack(tx: Transaction, fact: Standing<Row>, reason: string, by: string): Promise<void> {
    return this.facts.reverse(tx, fact, { reason, by }, await this.coops.get(tx));
  }

  /** A code stands once in a load. */
  private refuseRepeated(
    rows: readonly LoadedRow<SentRow>[],
    among: readonly BroughtRow<SentRow>[],
    faults: Faults,
  ): void {
    const { codeField } = this.facts;
    rows.forEach((row, i) => {
      if (this.isRepeated(row, among))
        faults.add(i, [new Refusal('duplicate-code', `${row.at}/${codeField}`, { code: this.codeOf(row.sent) })]);
    });
  }

  private isRepeated({ sent }: BroughtRow<SentRow>, among: readonly BroughtRow<SentRow>[]): boolean {
    // a row that is tried is handed on with a cause, as another object
    return this.firstOf(among).get(nameKey(this.codeOf(sent))) !== sent;
  }

  /** A code that is taken is told with what else is wrong, though nothing is recorded. */
  private async addTaken(
    tx: Transaction,
    rows: readonly LoadedRow<SentRow>[],
    { entries, faults, brought, among }: Refused<Row, SentRow>,
  ): Promise<void> {
    const sent = rows.map((row) => ({ code: this.codeOf(row.sent), digest: digestOf(this.digested(row.sent)) }));
    const taken = await this.facts.taken(tx, sent, entries);
    brought.forEach((row, i) => {
      const code = sent[i]?.code ?? '';
      if (taken.has(code) && !this.isRepeated(row, among))
        faults.add(i, [new Refusal('code-taken', `${row.at}/${this.facts.codeField}`, { code: sentCode(code) })]);
    });
  }

  /** By code, the first row of a load that has it. */
  private firstOf(load: readonly BroughtRow<SentRow>[]): ReadonlyMap<string, SentRow> {
    const known = this.firsts.get(load);
    if (known) return known;
    const first = new Map<string, SentRow>();
    for (const { sent } of load) {
      const code = nameKey(this.codeOf(sent));
      if (!first.has(code)) first.set(code, sent);
    }
    this.firsts.set(load, first);
    return first;
  }

  /** The field that says when it was. */
  protected datedBy(_sent: SentRow): string {
    return this.facts.declaration.dated;
  }

  protected dayOf(sent: SentRow, coop: Coop): Day {
    const when = String(Reflect.get(sent, this.datedBy(sent)));
    return this.facts.isDatedByDay ? parseDay(when) : dayIn(coop.timezone, parseInstant(when));
  }
}
