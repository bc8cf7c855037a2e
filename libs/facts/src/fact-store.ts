import type { FactKind } from '@ayni/contracts';
import { nameKey, parseDay, Refusal, type Day } from '@ayni/kernel';
import { FIRST_SEQ } from '@ayni/database/event-table';
import { asNamed } from '@ayni/database/names';
import type { Type } from '@nestjs/common';
import { lockEach } from '@ayni/database/lock-each';
import type { NamedRows } from '@ayni/database/name-keys';
import type { Transaction } from '@ayni/database/transaction';
import { Listing } from '@ayni/http/listing';
import { withReversal } from './standing.js';
import { fieldsOf } from '@ayni/http/field-notes';
import { refusalAtDoor } from '@ayni/http/refusal-at-door';
import type { Cause } from '@ayni/messaging/outbox/cause';
import type { Coop } from '@ayni/reference-data/coops/coop-directory';
import type { Insertable } from '@ayni/database/insert';
import { statement, type Statement } from '@ayni/database/statement';
import type { FactDeclaration, FactEvent, InBooks, Standing } from './declaration.js';
import { daysOfFacts } from './days-of-facts.js';
import { factEntity, keptColumns, selected, shownColumn, type Kept } from './fact-columns.js';
import type { FactEntity } from './fact.entity.js';
import { listedClass, standingClass } from './listed-class.js';
import { meaningOf } from './meaning.js';
import { sentCode, sentCodeOf } from './own-code.js';
import { PartStore } from './part-store.js';
import { inOrderOf, recordRows, standingAmong } from './record.js';
import { ReversalEntity } from './reversal.entity.js';
import { told } from './told.js';
import { totalOf, type DatedTotal } from './totals.js';
import { daysOfNoSeason } from './unfinished.js';

/** A fact that is to be recorded: by whom with which command, the hash of what she sent, its place in the request. */
export type Entry<Row> = {
  readonly fact: Row;
  readonly digest: string;
  readonly by: string;
  readonly at: string;
  readonly cause: Cause;
};

/** Declares a kind of dated fact; the others are told of it in the words that its contract names. */
export function declareFact<
  Row extends object,
  SentRow extends object,
  Kind extends FactKind,
  Recorded extends FactEvent,
>(
  declaration: FactDeclaration<Row, SentRow, Kind, Recorded>,
): FactStore<Row, SentRow> & { readonly total: DatedTotal<Kind> } {
  const { kind, table, sums, counts } = declaration;
  const total = Object.assign(totalOf(kind, table, sums, counts), {
    daysOfNoSeason: daysOfNoSeason(kind, table),
    daysOfFacts: daysOfFacts(kind, table),
  });
  return Object.assign(new FactStore(declaration), { total });
}

type Columns<Row> = { readonly [Field in keyof Standing<Row>]: string };

/** In what the amounts of a co-op are written. */
type Books = Pick<Coop, 'places' | 'currency'>;

/** The places that amounts have in the first version of events. */
const FIRST_PLACES = 2;

/** The events of a fact's aggregate, in their order. */
const EVENTS = ['recorded', 'reversed'] as const;

/**
 * The facts of one kind in PostgreSQL. What is recorded or taken back goes to the outbox in the same transaction, as
 * the first and the second event of its aggregate.
 */
export class FactStore<Row extends object, SentRow extends object> {
  /** The entities of its tables, for the service's definition. */
  readonly entities: readonly Type[];
  /** Its list by day, with who took one back when and why. */
  readonly listing: Listing<Standing<Row>>;
  /** The same for who sees her own alone, where she is not to learn whether her code is another's too. */
  readonly ownListing: Listing<Standing<Row>> | undefined;
  /** The name of the field that holds its code. */
  readonly codeField: string;
  /** Whether clients say the day itself; else an instant, of which the books make it. */
  readonly isDatedByDay: boolean;
  private readonly entity: new () => FactEntity;
  private readonly parts: PartStore | undefined;
  private readonly dayField: string;
  private readonly byCode: Statement;

  constructor(readonly declaration: Omit<FactDeclaration<Row, SentRow>, 'sums'>) {
    const { kind, table, row, dated, code = 'code', computed = {}, join = '', parts } = declaration;
    const fields = fieldsOf(row);
    this.codeField = code;
    this.isDatedByDay = fields.some(({ name, kind: held }) => name === dated && held === 'day');
    this.dayField = this.isDatedByDay ? dated : 'day';
    const kept = keptColumns(
      fields.filter(({ name }) => !Object.hasOwn(computed, name)),
      { [code]: 'code', [this.dayField]: 'day' },
    );
    const counted: readonly Kept[] = parts ? [{ field: parts.field, kind: 'whole', column: parts.field }] : [];
    this.entity = factEntity(table, [...kept, ...counted]);
    this.parts = parts && new PartStore(parts);
    this.entities = [this.entity, ...(this.parts ? [this.parts.entity] : [])];
    const joined = `${join} ${withReversal(kind, 'f')}`;
    const from = `${table} f ${joined}`;
    const books = {
      recordedBy: 'f.recorded_by',
      recordedAt: 'f.recorded_at',
      reversal: 'r.reason',
      reversedBy: 'r.reversed_by',
      reversedAt: 'r.reversed_at',
    } satisfies Record<keyof InBooks, string>;
    this.byCode = statement(
      `${table} by code`,
      `SELECT ${selected(kept, { ...computed, ...books })}
       FROM ${asNamed({ table, column: 'code' })} ${joined}`,
    );
    const columns = new Map([...kept, ...counted].map(({ field, column }) => [field, `f.${column}`]));
    const shown = fields.map(({ name, kind: held }) => [
      name,
      name === code && declaration.ownCodes === 'always'
        ? sentCodeOf('f.code')
        : shownColumn(held, columns.get(name) ?? computed[name] ?? name),
    ]);
    const list = {
      from,
      alias: 'f',
      // one for each field of the row
      columns: { ...Object.fromEntries(shown), ...books } as Columns<Row>,
      order: ['f.day', 'f.code'],
      day: 'f.day',
      filters: {
        ...Object.fromEntries((declaration.filters ?? []).map((field) => [field, columns.get(field) ?? field])),
        ...declaration.conditions,
      },
    } as const;
    const shownInFull = parts && this.parts ? { [parts.field]: this.parts.shown } : {};
    const inFull =
      parts &&
      !parts.isListed &&
      new Listing({
        ...list,
        name: `${table} in full`,
        row: standingClass(row),
        columns: { ...list.columns, ...shownInFull },
      });
    this.listing = new Listing({
      ...list,
      name: table,
      row: listedClass(row, inFull ? parts?.field : undefined),
      ...(inFull ? { inFull } : { columns: { ...list.columns, ...shownInFull } }),
    });
    if (declaration.ownCodes === 'where-taken')
      this.ownListing = new Listing({
        ...list,
        name: `${table} of one`,
        row: this.listing.row,
        columns: { ...list.columns, [code]: sentCodeOf('f.code') },
        order: ['f.day', sentCodeOf('f.code')],
      });
  }

  /** How its records are told apart without case. */
  get named(): NamedRows {
    return { what: this.kind, table: this.declaration.table, column: 'code' };
  }

  get kind(): FactKind {
    return this.declaration.kind;
  }

  codeOf(fact: Row): string {
    return String(Reflect.get(fact, this.codeField));
  }

  dayOf(fact: Row): Day {
    return parseDay(String(Reflect.get(fact, this.dayField)));
  }

  /** Those of the named facts that are there, by the codes as they are asked for, whether they stand or not. */
  async load(tx: Transaction, codes: readonly string[]): Promise<ReadonlyMap<string, Standing<Row>>> {
    if (codes.length === 0) return new Map();
    const rows = await tx.query<Standing<Row>>(this.byCode, [[...new Set(codes)]]);
    const facts = this.parts ? await this.parts.joined(tx, rows, (fact) => this.codeOf(fact)) : rows;
    const byKey = new Map(facts.map((fact) => [nameKey(this.codeOf(fact)), fact]));
    const byCode = new Map(facts.map((fact) => [this.codeOf(fact), fact]));
    return new Map(
      codes.flatMap((code) => {
        const fact = byCode.get(code) ?? byKey.get(nameKey(code));
        return fact ? [[code, fact]] : [];
      }),
    );
  }

  /** The same, held until the transaction ends: of two who end one the second sees what the first did. */
  async hold(tx: Transaction, codes: readonly string[]): Promise<ReadonlyMap<string, Standing<Row>>> {
    await lockEach(tx, this.declaration.kind, codes.map(nameKey));
    return this.load(tx, codes);
  }

  async find(tx: Transaction, code: string): Promise<Standing<Row> | undefined> {
    return (await this.load(tx, [code])).get(code);
  }

  /**
   * Records facts, all or none, and tells the others; the same ones again change nothing.
   * @returns those that are new
   * @throws Refusal `code-taken`, `season-closed` with the row's place
   */
  async record(tx: Transaction, entries: readonly Entry<Row>[], books: Books): Promise<readonly Entry<Row>[]> {
    const rows = this.rowsOf(tx, entries);
    const { fresh } = await throughDoor(
      recordRows(tx, this.entity, rows, {
        key: 'code',
        field: this.codeField,
        same: (codes) => this.same(tx, entries, codes),
      }),
      (code) => {
        const entry = entries.find(({ fact }) => this.codeOf(fact) === code);
        return entry ? `${entry.at}/${this.declaration.dated}` : '';
      },
    );
    const added = new Set(fresh.map(({ code }) => code));
    const recorded = entries.filter(({ fact }) => added.has(this.codeOf(fact)));
    this.addAllOf(tx, recorded, books);
    // what follows from facts, and the rows after them in a trial, may read their parts
    await this.parts?.insert(
      tx,
      recorded.map(({ fact }) => fact),
      (fact) => this.codeOf(fact),
    );
    return recorded;
  }

  /**
   * Records facts that are taken for new when the transaction ends, in one statement with all that belongs to them; it
   * fails if one is there already, or its season takes no facts.
   */
  recordAtEnd(tx: Transaction, entries: readonly Entry<Row>[], books: Books): readonly Entry<Row>[] {
    tx.insertAtEnd(this.entity, inOrderOf('code', this.rowsOf(tx, entries)));
    this.parts?.add(
      tx,
      entries.map(({ fact }) => fact),
      (fact) => this.codeOf(fact),
    );
    this.addAllOf(tx, entries, books);
    return entries;
  }

  /**
   * Those of the codes under which something else stands than what was sent.
   * @param entries what became facts of it: what is written otherwise may still say the same
   */
  async taken(
    tx: Transaction,
    sent: readonly { readonly code: string; readonly digest: string }[],
    entries: readonly Entry<Row>[],
  ): Promise<ReadonlySet<string>> {
    const { taken } = await standingAmong(tx, this.entity, 'code', sent, (codes) => this.same(tx, entries, codes));
    return taken;
  }

  private rowsOf(tx: Transaction, entries: readonly Entry<Row>[]): Insertable<FactEntity>[] {
    const recordedAt = tx.now.toISOString();
    return entries.map(({ fact, digest, by }) => ({
      ...fact,
      ...this.parts?.countIn(fact),
      code: this.codeOf(fact),
      day: this.dayOf(fact),
      digest,
      recordedBy: by,
      recordedAt,
    }));
  }

  /** Puts down, at the end, what belongs to facts that are new: totals, what the others are told. */
  private addAllOf(tx: Transaction, entries: readonly Entry<Row>[], books: Books): void {
    const facts = entries.map(({ fact }) => fact);
    this.declaration.runningTotals?.add(tx, facts, 1n);
    if (this.declaration.events?.toldOn !== 'demand')
      for (const { fact, cause } of entries) this.publish(tx, 'recorded', fact, books, {}, cause);
  }

  /** Which of the facts say the same as those that stand under their codes, though they are written otherwise. */
  private async same(
    tx: Transaction,
    entries: readonly Entry<Row>[],
    codes: readonly string[],
  ): Promise<(code: string) => boolean> {
    const standing = await this.load(tx, codes);
    const { sent } = this.declaration;
    const sameCodes = entries.flatMap(({ fact }) => {
      const code = this.codeOf(fact);
      const other = standing.get(code);
      return other && meaningOf(sent, fact) === meaningOf(sent, other) ? [code] : [];
    });
    return (code) => sameCodes.includes(code);
  }

  /** Tells the others of facts, where recording does not. */
  tell(tx: Transaction, facts: readonly Row[], books: Books): void {
    for (const fact of facts) this.publish(tx, 'recorded', fact, books);
  }

  /**
   * Takes a fact back and tells the others.
   * @param told whether they were told of it
   * @throws Refusal `already-reversed`, `season-closed`, `season-changing`
   */
  async reverse(
    tx: Transaction,
    fact: Row,
    { reason, by, told = true }: { readonly reason: string; readonly by: string; readonly told?: boolean },
    books: Books,
  ): Promise<void> {
    const code = this.codeOf(fact);
    const row = { kind: this.kind, code, reason, reversedBy: by, reversedAt: tx.now.toISOString() };
    const inserted = await throughDoor(
      tx.insert(ReversalEntity, [row], { onConflict: 'nothing', returning: 'code' }),
      () => '',
    );
    if (inserted.length === 0) throw new Refusal('already-reversed', '', { code: sentCode(code) });
    this.declaration.runningTotals?.add(tx, [fact], -1n);
    if (told) this.publish(tx, 'reversed', fact, books, { reason });
  }

  private publish(
    tx: Transaction,
    event: (typeof EVENTS)[number],
    fact: Row,
    books: Books,
    more: object = {},
    cause?: Cause,
  ): void {
    const { events, row } = this.declaration;
    if (!events) return;
    const { places } = books;
    const words = told(row, fact, this.dayOf(fact), places);
    const inPlaces = places === FIRST_PLACES ? events : (events.inOtherPlaces ?? events);
    const type = (events.forFact?.(words) ?? inPlaces)[event];
    const data: object = { ...events.tells(words, books), ...more };
    const named = Object.keys(type.schema.properties)
      .map((name): [string, unknown] => [name, Reflect.get(data, name)])
      .filter(([, value]) => value !== undefined);
    tx.publish(
      type,
      `${this.kind}/${this.codeOf(fact)}`,
      FIRST_SEQ + EVENTS.indexOf(event),
      Object.fromEntries(named),
      cause,
    );
  }
}

/** The season's door in the database refuses what the use-case did not. */
async function throughDoor<Result>(writing: Promise<Result>, pointerOf: (code: string) => string): Promise<Result> {
  try {
    return await writing;
  } catch (error) {
    throw refusalAtDoor(error, pointerOf) ?? error;
  }
}
