import type { CommandId, CoopId } from '@ayni/kernel';
import type { PoolClient } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import type { EventTable } from './event-table.js';
import { allInOrder } from './all-in-order.js';
import { ask } from './ask.js';
import { lockKey } from './lock-key.js';
import { momentsOf } from './moments.js';
import { statement } from './statement.js';
import { Transaction } from './transaction.js';
import { NotConnected } from './transient.js';

const atMoment = momentsOf('transaction:committing', 'transaction:committed');

/**
 * How a transaction holds its co-op's lock: commands that write a dated fact share it, closing a
 * season takes it alone.
 */
export type CoopLock = 'none' | 'shared' | 'exclusive';

const enterCoop = statement('enter co-op', `SELECT set_config('app.coop', $1, true)`);

const LOCKS = { none: '', shared: 'pg_advisory_xact_lock_shared', exclusive: 'pg_advisory_xact_lock' } as const;

/**
 * The database of one service under its runtime role: whatever runs here runs for one co-op at a time. Its data
 * source is made with `connectionOptions`: statements are sent without waiting for the answers before them.
 */
export class Database {
  constructor(
    private readonly source: DataSource,
    private readonly now: () => Date,
    /** Where its transactions write what they publish. */
    private readonly eventTable: EventTable,
  ) {}

  /**
   * Runs `work` in one transaction of `coop`; it commits with the events that `work` published,
   * or not at all.
   * @param command none where it does several, or only reads
   */
  async transaction<Result>(
    coop: CoopId,
    command: CommandId | undefined,
    { lock, isTrial = false }: { readonly lock: CoopLock; readonly isTrial?: boolean },
    work: (tx: Transaction) => Promise<Result>,
  ): Promise<Result> {
    return this.connected(async (client, runner) => {
      const { manager } = runner;
      const tx = new Transaction(coop, command, this.now(), client, this.source, manager, this.eventTable, isTrial);
      const locked = lock === 'none' ? '' : `, ${LOCKS[lock]}(${lockKey(coop)})`;
      // the id was checked to be a UUID
      const begun = client.query(`BEGIN; SELECT set_config('app.coop', '${coop}', true)${locked}`);
      begun.catch(() => undefined);
      // On a pipelining connection what follows is on its way before this is answered. If one statement fails,
      // those behind it do too, and the COMMIT rolls back; the first error is the one that says why.
      const worked = await work(tx).catch(async (error: unknown) => {
        await begun;
        throw error;
      });
      const types = Object.keys(tx.published());
      const told = (): readonly string[] => types;
      const held = atMoment('transaction:committing', told);
      // no turn of the event loop is spent where nobody holds it: what was sent so far leaves with what follows
      if (held) await held;
      await allInOrder([begun, tx.end(), client.query('COMMIT')]);
      await atMoment('transaction:committed', told);
      return worked;
    });
  }

  /** Reads what one co-op may see; nothing can be published in it. */
  read<Result>(coop: CoopId, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.transaction(coop, undefined, { lock: 'none' }, work);
  }

  /**
   * Reads what one co-op may see, part after part, all of it as it is when the first is asked for. It holds a connection
   * until the last part was taken, or it is told to `return`.
   * @param idleMs for so long nobody may ask for the next part; then the database ends it
   */
  async *snapshot<Part>(
    coop: CoopId,
    idleMs: number,
    read: (tx: Transaction) => AsyncIterable<Part>,
  ): AsyncGenerator<Part, void> {
    const runner = this.source.createQueryRunner();
    try {
      const client = await connect(runner);
      try {
        await client.query(
          `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
           SET LOCAL idle_in_transaction_session_timeout = ${idleMs};
           SELECT set_config('app.coop', '${coop}', true)`,
        );
        yield* read(new Transaction(coop, undefined, this.now(), client, this.source, runner.manager, this.eventTable));
      } finally {
        // nothing was written; a broken connection cannot say so
        await client.query('ROLLBACK').catch(() => undefined);
      }
    } finally {
      await runner.release();
    }
  }

  /**
   * Runs `work` in one transaction that goes through several co-ops, one after the other; `enter`
   * changes whose rows are seen, and says of which command they are, where there is one. What `work` gives to
   * `withCommit` is waited for together with the commit.
   */
  async acrossCoops<Result>(
    work: (
      enter: (coop: CoopId, command?: CommandId) => Transaction,
      client: PoolClient,
      withCommit: (sent: Promise<unknown>) => void,
    ) => Promise<Result>,
  ): Promise<Result> {
    return this.connected(async (client, runner) => {
      const now = this.now();
      const sent: Promise<unknown>[] = [];
      const withCommit = (some: Promise<unknown>): void => {
        some.catch(() => undefined);
        sent.push(some);
      };
      const enter = (coop: CoopId, command?: CommandId): Transaction => {
        withCommit(ask(client, enterCoop, [coop]));
        return new Transaction(coop, command, now, client, this.source, runner.manager, this.eventTable);
      };
      withCommit(client.query('BEGIN'));
      const result = await work(enter, client, withCommit).catch(async (error: unknown) => {
        await allInOrder(sent);
        throw error;
      });
      await allInOrder([...sent, client.query('COMMIT')]);
      return result;
    });
  }

  private async connected<Result>(work: (client: PoolClient, runner: QueryRunner) => Promise<Result>): Promise<Result> {
    const runner = this.source.createQueryRunner();
    try {
      const client = await connect(runner);
      try {
        return await work(client, runner);
      } catch (error) {
        // a broken connection cannot roll back; the server does it by itself
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    } finally {
      await runner.release();
    }
  }
}

/** @throws NotConnected whatever the reason: it is no fault of the work that was to be done */
async function connect(runner: QueryRunner): Promise<PoolClient> {
  try {
    return await runner.connect();
  } catch (error) {
    throw new NotConnected(error);
  }
}
