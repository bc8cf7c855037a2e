import { parseCommandId, type CommandId, type CoopId } from '@ayni/kernel';
import { faultOf, type CloudEvent, type DataOf, type EventType } from '@ayni/contracts';
import type { PoolClient, QueryResultRow } from 'pg';
import type { DataSource, EntityManager, ObjectLiteral } from 'typeorm';
import type { OutboxRow } from '../outbox/outbox-row.js';
import { newEventId } from '../outbox/event-id.js';
import { insertStatement, insertValues, type Insertable } from './insert.js';
import { lockKey } from './lock-key.js';
import type { Statement } from './statement.js';

/**
 * An open transaction of one co-op: row-level security shows that co-op's rows only. What is
 * published on it becomes outbox rows when it commits, or nothing at all.
 */
export class Transaction {
  readonly outbox: OutboxRow[] = [];

  constructor(
    readonly coop: CoopId,
    readonly command: CommandId,
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
      insertValues(metadata, this.coop, rows),
    );
    return inserted.map((row) => row.returned);
  }

  /**
   * Appends an event of an aggregate to the outbox. The caller has locked or made the aggregate's
   * row first, so that `seq` grows by one without gaps. In a consumer, `cause` is the event that it
   * follows from: the new event then carries the same command's id.
   */
  publish<T extends EventType>(type: T, aggregate: string, seq: number, data: DataOf<T>, cause?: CloudEvent): void {
    const fault = faultOf(type, data);
    if (fault) throw new Error(`${type.type} of ${aggregate} breaks its own schema: ${fault}`);
    this.outbox.push({
      eventId: newEventId(),
      aggregate,
      seq,
      type: type.type,
      commandId: cause ? parseCommandId(cause.commandid) : this.command,
      occurredAt: this.now.toISOString(),
      data: JSON.stringify(data),
    });
  }

  /** How many events of each type were published so far. */
  published(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { type } of this.outbox) counts[type] = (counts[type] ?? 0) + 1;
    return counts;
  }
}
