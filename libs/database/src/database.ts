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

/** Takes what was sent and is waited for together with the commit. */
export type WithCommit = (sent: Promise<unknown>) => void;

const ENTER = `SELECT set_config('app.coop', $1, true)`;
const enterCoop = statement('enter co-op', ENTER);
const enterLocked = {
  shared: statement('enter co-op with others', `${ENTER}, pg_advisory_xact_lock_shared($2)`),
  exclusive: statement('enter co-op alone', `${ENTER}, pg_advisory_xact_lock($2)`),
} as const;

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
      let types: readonly string[] = [];
      const worked = await committed(client, async (withCommit) => {
        withCommit(
          lock === 'none' ? ask(client, enterCoop, [coop]) : ask(client, enterLocked[lock], [coop, lockKey(coop)]),
        );
        const result = await work(tx);
        types = Object.keys(tx.published());
        const held = atMoment('transaction:committing', () => types);
        // no turn of the event loop is spent where nobody holds it: what was sent so far leaves with what follows
        if (held) await held;
        withCommit(tx.end());
        return result;
      });
      await atMoment('transaction:committed', () => types);
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
      withCommit: WithCommit,
    ) => Promise<Result>,
  ): Promise<Result> {
    return this.connected((client, runner) => {
      const now = this.now();
      return committed(client, (withCommit) => {
        const enter = (coop: CoopId, command?: CommandId): Transaction => {
          withCommit(ask(client, enterCoop, [coop]));
          return new Transaction(coop, command, now, client, this.source, runner.manager, this.eventTable);
        };
        return work(enter, client, withCommit);
      });
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

/**
 * Does `work` in a transaction. On a pipelining connection what follows its begin is on its way before that is answered:
 * if one statement fails, those behind it do too, and the COMMIT rolls back; the first error is the one that says why.
 */
async function committed<Result>(
  client: PoolClient,
  work: (withCommit: WithCommit) => Promise<Result>,
): Promise<Result> {
  const sent: Promise<unknown>[] = [];
  const withCommit: WithCommit = (some) => {
    some.catch(() => undefined);
    sent.push(some);
  };
  withCommit(client.query('BEGIN'));
  const result = await work(withCommit).catch(async (error: unknown) => {
    await allInOrder(sent);
    throw error;
  });
  await allInOrder([...sent, client.query('COMMIT')]);
  return result;
}

/** @throws NotConnected whatever the reason: it is no fault of the work that was to be done */
async function connect(runner: QueryRunner): Promise<PoolClient> {
  try {
    return await runner.connect();
  } catch (error) {
    throw new NotConnected(error);
  }
}
