import { SERVICES, type ServiceName } from '@ayni/contracts';
import { errorCode } from '@ayni/processes/error-code';
import pg from '@ayni/database/driver';
import { setTimeout as pause } from 'node:timers/promises';
import { Complaint } from '../complaint.js';
import type { System } from '../open-system.js';
import { COPY_OPTIONS } from './tables.js';

/** The five databases as of one instant, for as long as it is held. */
export type Snapshot = {
  readonly takenAt: Date;
  /** How long writers had to wait for it, at the most. */
  readonly pauseMs: number;
  /** By service: a connection that sees its database as of the instant. */
  readonly readers: ReadonlyMap<ServiceName, pg.Client>;
  release(): Promise<void>;
};

/** A writer never waits longer for one try, and a request takes a hundred times that before it is given up. */
const LOCK_MS = 100;
const PATIENCE_MS = 60_000;
const REST_MS = 150;

/**
 * Takes one instant of all five databases while the system writes to them.
 *
 * Each database is consistent in itself as soon as it is read in one REPEATABLE READ transaction. What has to hold
 * between them is that a consumer has applied nothing that its producer does not know of: it would keep the effect
 * of events that the restored producer never wrote, and take the different events that get their positions for
 * duplicates. The other direction needs nothing: what a producer wrote and a consumer has not applied yet is the lag
 * that every system has, and is applied after the restore.
 *
 * A consumer applies an event in one transaction with its row in `inbox`, and only after the producer has committed
 * it with its row in `outbox`. So it is enough that no effect is committed between the first snapshot and the last:
 * - On every database a lock is taken that writers of `inbox` and `outbox` conflict with. While all five are held no
 *   such transaction is open or can commit. What had been applied by then was committed by its producer earlier still.
 * - All five snapshots are taken while all five locks are held. Each therefore sees every effect that was committed
 *   before, and every event that one of them came of.
 * - `relay_mark` and `inbox_positions` may move without these locks, but not past what was assigned: a position is
 *   given out by writing to `outbox`. A mark that lags behind makes events come twice, which the inbox absorbs.
 * Then the locks are let go. The snapshots stay, so that the reading takes its time and nobody waits for it.
 *
 * A lock that does not come at once is given up and asked for again: while it waits behind a long transaction, every
 * writer would wait behind it. `inbox` comes before `outbox`, as in every transaction that writes to both, so that
 * neither waits for the other.
 * @throws Complaint where the system is too busy, or holds no books
 */
export async function takeSnapshot(system: System, signal: AbortSignal): Promise<Snapshot> {
  const clients: pg.Client[] = [];
  const open = async (service: ServiceName): Promise<pg.Client> => {
    const client = new pg.Client({
      connectionString: system.url(service, 'superuser'),
      application_name: 'ayni backup',
      options: COPY_OPTIONS,
    });
    client.on('error', () => undefined); // the statement under way tells
    clients.push(client);
    await client.connect();
    return client;
  };
  const release = async (): Promise<void> => {
    await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
  };
  try {
    const lockers = await Promise.all(SERVICES.map(open));
    const readers = new Map(await Promise.all(SERVICES.map(async (name) => [name, await open(name)] as const)));
    // an autovacuum holds the lock too; it gives way to whoever has looked for a deadlock
    await Promise.all(lockers.map((locker) => locker.query(`SET deadlock_timeout = '${LOCK_MS / 2}ms'`)));
    const { takenAt, pauseMs } = await takeAll(lockers, [...readers.values()], signal);
    return { takenAt, pauseMs, readers, release };
  } catch (error) {
    await release();
    const isNoSystem = ['3D000', '42P01'].includes(errorCode(error)); // no such database, no such table
    throw isNoSystem ? new Complaint('noBooks', { place: system.folder }, error) : error;
  }
}

async function takeAll(
  lockers: readonly pg.Client[],
  readers: readonly pg.Client[],
  signal: AbortSignal,
): Promise<Pick<Snapshot, 'takenAt' | 'pauseMs'>> {
  await Promise.all(readers.map((reader) => reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')));
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    signal.throwIfAborted();
    const began = performance.now();
    const locked = await lockAll(lockers);
    // the first question of a transaction takes its snapshot
    if (locked) await Promise.all(readers.map((reader) => reader.query('SELECT 1')));
    await Promise.all(lockers.map((locker) => locker.query('ROLLBACK')));
    if (locked) return { takenAt: new Date(), pauseMs: performance.now() - began };
    await pause(REST_MS);
  }
  throw new Complaint('busy', { seconds: String(PATIENCE_MS / 1000) });
}

/** Whether all locks were had; either way the transactions are open. */
async function lockAll(lockers: readonly pg.Client[]): Promise<boolean> {
  const locked = await Promise.allSettled(
    lockers.map((locker) =>
      locker.query(`BEGIN; SET LOCAL lock_timeout = '${LOCK_MS}ms'; LOCK TABLE inbox, outbox IN SHARE MODE`),
    ),
  );
  const failed = locked.flatMap((result): unknown[] => (result.status === 'rejected' ? [result.reason] : []));
  const busy = ['55P03', '40P01']; // no lock within the time, a deadlock
  const other = failed.find((error) => !busy.includes(errorCode(error)));
  if (other) throw other;
  return failed.length === 0;
}
