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
  // it is the watch alone that waits for a clock
  const extra = { ...connectionOptions, connectionTimeoutMillis: 0, idleTimeoutMillis: 0 };
  const url = database.url('runtime');
  source = new DataSource({ type: 'postgres', url, entities: [OutboxEntity], poolSize: 2, extra });
  await source.initialize();
});
afterEach(async () => {
  jest.useRealTimers();
  await ask(database.url('superuser'), 'DELETE FROM seasons');
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const keepSeason = (state: 'open' | 'closing'): Promise<object[]> =>
  ask(
    database.url('superuser'),
    `INSERT INTO seasons (coop_id, code, from_day, until_day, state)
     VALUES ('${coop}', '2025', '2025-07-01', '2026-07-01', '${state}')`,
  );

function watchOf(books: SeasonBooks, faults: unknown[]): BooksWatch {
  const database = new Database(source, () => new Date('2026-07-02T12:00:00Z'), outbox);
  return new BooksWatch(
    source,
    database,
    books,
    () => undefined,
    (fault) => faults.push(fault),
  );
}

test('a season that closes is not counted with every event: three times as long as counting took its service has the database', async () => {
  await keepSeason('closing');
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
  let counted = 0;
  const faults: unknown[] = [];
  const watch = watchOf(new SeasonBooks('sales', { written: { sale: () => count() }, applied: {} }, []), faults);
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

test('what changes without a pause and brings nothing new to tell is looked at less and less often, and after a pause at once', async () => {
  await keepSeason('open');
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
  let looks = 0;
  const list = (): Promise<[]> => {
    looks += 1;
    return Promise.resolve([]);
  };
  const faults: unknown[] = [];
  const watch = watchOf(new SeasonBooks('sales', { written: {}, applied: {} }, [list]), faults);
  const rests = (afterLooks: number): Promise<boolean> =>
    until((see) => see([looks, watch.waiting, jest.getTimerCount()]).join() === [afterLooks, 0, 1].join());
  await watch.start();
  try {
    await rests(0);
    jest.advanceTimersByTime(300);
    await rests(0);
    watch.changed(coop);
    for (const [i, rest] of [300, 600, 1_200, 2_400, 2_400].entries()) {
      await rests(i + 1);
      watch.changed(coop);
      jest.advanceTimersByTime(rest - 1);
      expect([looks, jest.getTimerCount()]).toEqual([i + 1, 1]);
      jest.advanceTimersByTime(1);
    }
    await rests(6);
    jest.advanceTimersByTime(2_400);
    await rests(6);
    watch.changed(coop);
    await rests(7);
    watch.changed(coop);
    jest.advanceTimersByTime(300);
    await rests(8);
  } finally {
    await watch.stop();
  }
  expect(faults).toEqual([]);
});

test('profit-sharing, which asks its own books when it wants to know, is not looked at for every fact', async () => {
  const faults: unknown[] = [];
  const watch = watchOf(new SeasonBooks('profit-sharing', { written: {}, applied: {} }, []), faults);
  watch.changed(coop);
  expect(watch.waiting).toBe(0);
});
