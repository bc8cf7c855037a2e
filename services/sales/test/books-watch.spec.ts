import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { connectionOptions } from '@ayni/database/connection';
import { Database } from '@ayni/database/database';
import { newCoopId } from '@ayni/database/new-id';
import { BooksWatch } from '@ayni/facts/books-watch';
import { SeasonBooks } from '@ayni/facts/season-books';
import { outbox } from '@ayni/messaging/outbox/outbox';
import { OutboxEntity } from '@ayni/messaging/outbox/outbox.entity';
import { migrated } from '@ayni/testing-service/migrated';
import { ask } from '@ayni/testing/sql';
import { until } from '@ayni/testing/until';
import { testDatabase, type TestDatabase } from '@ayni/testing-systems/test-database';
import { DataSource } from 'typeorm';
import { sales } from '../src/index.js';

/** So long it takes to count the books of the test. */
const COUNTING_MS = 100;

const coop = newCoopId();
let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await testDatabase('sales', migrated(sales));
  await ask(
    database.url('superuser'),
    `INSERT INTO seasons (coop_id, code, from_day, until_day, state)
     VALUES ('${coop}', '2025', '2025-07-01', '2026-07-01', 'closing')`,
  );
  // it is the watch alone that waits for a clock
  const extra = { ...connectionOptions, connectionTimeoutMillis: 0, idleTimeoutMillis: 0 };
  const url = database.url('runtime');
  source = new DataSource({ type: 'postgres', url, entities: [OutboxEntity], poolSize: 2, extra });
  await source.initialize();
});
afterEach(() => {
  jest.useRealTimers();
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

test('a season that closes is not counted with every event: three times as long as counting took its service has the database', async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
  let counted = 0;
  const books = new SeasonBooks('sales', { written: { sale: () => count() }, applied: {} }, []);
  const faults: unknown[] = [];
  const watch = new BooksWatch(
    source,
    new Database(source, () => new Date('2026-07-02T12:00:00Z'), outbox),
    books,
    () => undefined,
    (fault) => faults.push(fault),
  );
  const hear = (): void => {
    watch.changed(coop);
    watch.ring();
  };
  const count = (): Promise<Record<string, bigint>> => {
    counted += 1;
    if (counted === 1) {
      jest.advanceTimersByTime(COUNTING_MS);
      hear();
    }
    return Promise.resolve({ receipts: BigInt(counted) });
  };
  await watch.start();
  try {
    await until((see) => see(jest.getTimerCount()) === 1);
    hear();
    jest.advanceTimersByTime(3 * COUNTING_MS - 1);
    hear();
    expect([counted, jest.getTimerCount()]).toEqual([1, 1]);
    jest.advanceTimersByTime(1);
    await until((see) => see(counted) === 2);
  } finally {
    await watch.stop();
  }
  expect(faults).toEqual([]);
});
