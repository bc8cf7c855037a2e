import { faultOf, type DataOf, type EventType } from '@ayni/contracts';
import { parseCommandId, type CommandId, type CoopId } from '@ayni/kernel';
import type { PoolClient, QueryResultRow } from 'pg';
import type { DataSource, EntityManager, ObjectLiteral } from 'typeorm';
import { isTransient } from '../inbox/fault.js';
import { causeOf, type Cause } from '../outbox/cause.js';
import { newEventId } from '../outbox/event-id.js';
import { OutboxEntity } from '../outbox/outbox.entity.js';
import { insertAllStatement, insertStatement, insertValues, type Insertable, type Insertion } from './insert.js';
import { lockKey } from './lock-key.js';
import type { Statement } from './statement.js';

/**
 * An open transaction of one co-op: row-level security shows that co-op's rows only. What is
 * published on it becomes outbox rows when it commits, or nothing at all.
 */
export class Transaction {
  private readonly events: Insertable<OutboxEntity>[] = [];
  private readonly deferred: Insertion[] = [];

  constructor(
    readonly coop: CoopId,
    /** The command that this is the work of; none where it does several, of which each event names its own. */
    readonly command: CommandId | undefined,
    /** The moment that the command or the event was taken in; the same all through. */
    readonly now: Date,
    private readonly client: PoolClient,
    private readonly source: DataSource,
    /** TypeORM on the same connection, for what is not on the hot path. */
    readonly manager: EntityManager,
  ) {}

  async query<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.client.query<Row>({ name: statement.name, text: statement.text, values: [...values] });
    return result.rows;
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
   * Appends an event of an aggregate to the outbox. The caller has locked or made the aggregate's
   * row first, so that `seq` grows by one without gaps. `cause` is what it follows from (in a consumer an event,
   * in a load the command of its row): the new event carries the same command's id and trace.
   * @throws Error without a cause where the transaction does several commands
   */
  publish<T extends EventType>(
    type: T,
    aggregate: string,
    seq: number,
    data: DataOf<T>,
    cause: Cause | undefined = this.command && causeOf(this.command),
  ): void {
    const fault = faultOf(type, data);
    if (fault) throw new Error(`${type.type} of ${aggregate} breaks its own schema: ${fault}`);
    if (!cause) throw new Error(`${type.type} of ${aggregate} names none of the commands that are done together`);
    this.events.push({
      eventId: newEventId(),
      aggregate,
      seq,
      type: type.type,
      commandId: parseCommandId(cause.commandid),
      occurredAt: this.now.toISOString(),
      data: JSON.stringify(data),
      traceparent: cause.traceparent ?? null,
    });
  }

  /**
   * Does part of the work so that it can fail alone: what it wrote and published is taken back, the rest of the
   * transaction goes on. @throws where the fault is transient: then the whole transaction has to be done again
   */
  async attempt(work: () => Promise<void>): Promise<Error | undefined> {
    const [events, deferred] = [this.events.length, this.deferred.length];
    await this.client.query('SAVEPOINT attempt');
    try {
      await work();
      await this.client.query('RELEASE SAVEPOINT attempt');
      return undefined;
    } catch (error) {
      if (!(error instanceof Error) || isTransient(error)) throw error;
      await this.client.query('ROLLBACK TO SAVEPOINT attempt');
      this.events.length = events;
      this.deferred.length = deferred;
      return error;
    }
  }

  /** How many events of each type were published so far: all, or those of one command. */
  published(command?: CommandId): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { type, commandId } of this.events)
      if (command === undefined || commandId === command) counts[type] = (counts[type] ?? 0) + 1;
    return counts;
  }

  /** Writes what was put off, and the events, in one statement. @returns whether there were events */
  async end(): Promise<boolean> {
    const published = this.events.length > 0;
    this.insertAtEnd(OutboxEntity, this.events.splice(0));
    const insertions = byEntity(this.deferred.splice(0));
    if (insertions.length > 0) await this.query(insertAllStatement(insertions), insertValues(this.coop, insertions));
    return published;
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
