import type { EventType } from '@ayni/contracts';
import { parseCommandId, type CommandId, type CoopId } from '@ayni/kernel';
import type { PoolClient, QueryResultRow } from 'pg';
import type { DataSource, EntityManager, ObjectLiteral } from 'typeorm';
import type { EventTable, Publication } from './event-table.js';
import { allInOrder } from './all-in-order.js';
import { ask } from './ask.js';
import { insertAllStatement, insertStatement, insertValues, type Insertable, type Insertion } from './insert.js';
import { lockKey } from './lock-key.js';
import { Additions, type Addition, type RunningTotals } from './running-totals.js';
import { statement, type Statement } from './statement.js';
import { isTransient } from './transient.js';

const allowIdle = statement('allow idle', `SELECT set_config('idle_in_transaction_session_timeout', $1, true)`);

/**
 * An open transaction of one co-op: row-level security shows that co-op's rows only. What is
 * published on it becomes rows of the event table when it commits, or nothing at all.
 */
export class Transaction {
  private readonly events: { readonly type: string; readonly command: CommandId; readonly row: object }[] = [];
  private readonly deferred: Insertion[] = [];
  private readonly additions = new Additions();

  constructor(
    readonly coop: CoopId,
    /** The command that this is the work of; none where it only reads, or does several, of which each event names its own. */
    readonly command: CommandId | undefined,
    /** The moment that the command or the event was taken in; the same all through. */
    readonly now: Date,
    private readonly client: PoolClient,
    private readonly source: DataSource,
    /** TypeORM on the same connection, for what is not on the hot path. */
    readonly manager: EntityManager,
    private readonly eventTable: EventTable,
    /** Whether nothing of it is to stay: then it waits for nobody, and nobody for it, where rows alone do not make them. */
    readonly isTrial = false,
  ) {}

  query<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    return ask<Row>(this.client, statement, values);
  }

  /**
   * Makes something of each row as it comes, while the server is at those behind it: for rows that each hold much.
   * @throws what `make` threw, when all have come
   */
  async map<Row extends QueryResultRow, Made>(
    statement: Statement,
    make: (row: Row) => Made,
    values: readonly unknown[] = [],
  ): Promise<Made[]> {
    const made: (() => Made)[] = [];
    await ask<Row>(this.client, statement, values, (row) => made.push(kept(() => make(row))));
    return made.map((result) => result());
  }

  /** Lets its work reckon for so long before it asks anything again; without, the server ends what nobody goes on with. */
  async allowIdle(seconds: number): Promise<void> {
    await this.query(allowIdle, [`${seconds}s`]);
  }

  /** The number of the co-op's advisory lock. */
  get lockKey(): bigint {
    return lockKey(this.coop);
  }

  /** The only row of a statement that always has one. */
  async one<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[] = []): Promise<Row> {
    const [row] = await this.query<Row>(statement, values);
    if (!row) throw new Error(`${statement.name} answered no row`);
    return row;
  }

  /**
   * Inserts rows of an entity in one statement; `coopId` is this transaction's.
   * With `onConflict: 'nothing'` rows whose key is taken are left out.
   * @returns the values of `returning` (a property of the entity) of the rows that went in
   */
  async insert<Entity extends ObjectLiteral>(
    entity: new () => Entity,
    rows: readonly Insertable<Entity>[],
    options: { onConflict?: 'nothing'; returning?: string & keyof Entity } = {},
  ): Promise<unknown[]> {
    if (rows.length === 0) return [];
    const metadata = this.source.getMetadata(entity);
    const inserted = await this.query<{ returned: unknown }>(
      insertStatement(metadata, options),
      insertValues(this.coop, [{ metadata, rows }]),
    );
    return inserted.map((row) => row.returned);
  }

  /** Inserts rows when the transaction ends, with the events, in the same round trip. */
  insertAtEnd<Entity extends ObjectLiteral>(entity: new () => Entity, rows: readonly Insertable<Entity>[]): void {
    if (rows.length > 0) this.deferred.push({ metadata: this.source.getMetadata(entity), rows });
  }

  /**
   * Adds to running totals when the transaction ends: their rows are locked for no longer than the commit takes,
   * though many transactions add to the same ones.
   */
  addAtEnd<Key extends string, Measure extends string>(
    totals: RunningTotals<Key, Measure>,
    additions: readonly Addition<Key, Measure>[],
  ): void {
    this.additions.add(totals, additions);
  }

  /**
   * Publishes an event of an aggregate with the commit. The caller has locked or made the aggregate's
   * row first, so that `seq` grows by one without gaps. `cause` is what it follows from (in a consumer an event,
   * in a load the command of its row): the new event carries the same command's id and trace.
   * @throws Error where the event breaks its own schema, and without a cause where the transaction does several commands
   */
  publish<T extends EventType>(
    type: T,
    aggregate: string,
    seq: number,
    data: Publication<T>['data'],
    cause?: Publication<T>['cause'],
  ): void {
    const command = cause ? parseCommandId(cause.commandid) : this.command;
    if (!command) throw new Error(`${type.type} of ${aggregate} names no command that it is the work of`);
    const row = this.eventTable.row({ type, aggregate, seq, data, cause }, { command, now: this.now });
    this.events.push({ type: type.type, command, row });
  }

  /**
   * Does part of the work so that it can fail alone: what it wrote and published is taken back, the rest of the
   * transaction goes on. @throws where the fault is transient: then the whole transaction has to be done again
   */
  async attempt(work: () => Promise<void>): Promise<Error | undefined> {
    const [events, deferred, additions] = [this.events.length, this.deferred.length, this.additions.length];
    await this.client.query('SAVEPOINT attempt');
    try {
      await work();
      await this.client.query('RELEASE SAVEPOINT attempt');
      return undefined;
    } catch (error) {
      if (!(error instanceof Error) || isTransient(error)) throw error;
      // without its release every further attempt would be made within it, each dearer than the one before
      await this.client.query('ROLLBACK TO SAVEPOINT attempt; RELEASE SAVEPOINT attempt');
      this.events.length = events;
      this.deferred.length = deferred;
      this.additions.cut(additions);
      return error;
    }
  }

  /** How many events of each type were published so far: all, or those of one command. */
  published(of?: CommandId): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { type, command } of this.events)
      if (of === undefined || command === of) counts[type] = (counts[type] ?? 0) + 1;
    return counts;
  }

  /** Writes what was put off: rows and events in one statement, then running totals. All of it is sent at once. */
  async end(): Promise<void> {
    const rows = this.events.splice(0).map(({ row }) => row);
    this.insertAtEnd(this.eventTable.entity, rows);
    const insertions = byEntity(this.deferred.splice(0));
    await allInOrder([
      ...(insertions.length > 0
        ? [this.query(insertAllStatement(insertions), insertValues(this.coop, insertions))]
        : []),
      ...this.additions.take(this.coop).map(({ statement, values }) => this.query(statement, values)),
    ]);
  }
}

/** The rows of each entity together, in their order. */
function byEntity(insertions: readonly Insertion[]): Insertion[] {
  const rows = new Map<Insertion['metadata'], object[]>();
  for (const { metadata, rows: some } of insertions) {
    const known = rows.get(metadata);
    if (known) known.push(...some);
    else rows.set(metadata, [...some]);
  }
  return [...rows].map(([metadata, all]) => ({ metadata, rows: all }));
}

/** Does something now, and gives or throws what came of it when that is asked for. */
function kept<Result>(work: () => Result): () => Result {
  try {
    const result = work();
    return () => result;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
