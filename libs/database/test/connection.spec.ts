import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ask } from '@ayni/testing/sql';
import { until } from '@ayni/testing/until';
import pg from 'pg';
import { connectionOptions } from '../src/connection.js';
import type { Database } from '../src/database.js';
import { newCoopId } from '../src/new-id.js';
import { statement } from '../src/statement.js';
import { NotConnected } from '../src/transient.js';
import { openDatabase } from './open-database.js';

const admin = process.env['TEST_DATABASE_URL'] ?? '';

test('a connection that the server ends while it is handed from one to the other ends no program, and its pool makes another', async () => {
  const pool = new pg.Pool({ ...connectionOptions, connectionString: admin, max: 1 });
  pool.on('error', () => undefined);
  // as it is between the pool, which listens while it rests, and whoever it is handed to
  const handed = await pool.connect();
  expect(handed.listenerCount('error')).toBeGreaterThan(0);
  const [{ pid } = { pid: 0 }] = (await handed.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows;
  const ended = new Promise<void>((resolve) => handed.once('end', resolve));
  await ask(admin, `SELECT pg_terminate_backend(${pid})`);
  await ended;
  handed.release(true);
  expect((await pool.query<{ one: number }>('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  await pool.end();
});

describe('who finds that others have all connections', () => {
  let database: Database;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ database, close } = await openDatabase());
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  afterAll(() => close());

  const read = (): Promise<object[]> =>
    database.read(newCoopId(), (tx) => tx.query(statement('one of them', 'SELECT 1 AS one')));

  /** Holds the only connection, and has another come who waits for it. */
  async function whileOneWaits(meanwhile: (waiting: Promise<object[]>, letGo: () => void) => Promise<void>) {
    let letGo = (): void => undefined;
    const gone = new Promise<void>((resolve) => (letGo = resolve));
    let isHeld = false;
    const holder = database.read(newCoopId(), () => {
      isHeld = true;
      return gone;
    });
    try {
      await until(() => isHeld);
      // from here on it is the waiting alone that a clock is set for
      jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
      const waiting = read();
      waiting.catch(() => undefined);
      await until((see) => see(jest.getTimerCount()) === 1);
      await meanwhile(waiting, letGo);
    } finally {
      letGo();
      await holder;
    }
  }

  test('waits almost ten seconds, and is answered once the first lets go of one', async () => {
    await whileOneWaits(async (waiting, letGo) => {
      jest.advanceTimersByTime(9_999);
      letGo();
      expect(await waiting).toEqual([{ one: 1 }]);
    });
  });

  test('is told after ten seconds that the work was not begun, and hinders nobody who comes later', async () => {
    await whileOneWaits(async (waiting) => {
      jest.advanceTimersByTime(10_000);
      await expect(waiting).rejects.toBeInstanceOf(NotConnected);
    });
    jest.useRealTimers();
    expect(await read()).toEqual([{ one: 1 }]);
  });
});
