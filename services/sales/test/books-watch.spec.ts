import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { UnfinishedThing } from '@ayni/contracts';
import { connectionOptions } from '@ayni/database/connection';
import { Database } from '@ayni/database/database';
import { newCoopId } from '@ayni/database/new-id';
import { BooksWatch } from '@ayni/facts/books-watch';
import { SeasonBooks } from '@ayni/facts/season-books';
import type { CoopId } from '@ayni/kernel';
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

/** @returns a co-op that has a season in this state */
async function coopWith(state: 'open' | 'closing'): Promise<CoopId> {
  const coop = newCoopId();
  await ask(
    database.url('superuser'),
    `INSERT INTO seasons (coop_id, code, from_day, until_day, state)
     VALUES ('${coop}', '2025', '2025-07-01', '2026-07-01', '${state}')`,
  );
  return coop;
}

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
  const coop = await coopWith('closing');
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

test('what changes without a pause is looked at less and less often, and soon again after news or a pause', async () => {
  const coop = await coopWith('open');
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
  let looks = 0;
  const found: UnfinishedThing[] = [];
  const list = (): Promise<readonly UnfinishedThing[]> => {
    looks += 1;
    return Promise.resolve([...found]);
  };
  const faults: unknown[] = [];
  const watch = watchOf(new SeasonBooks('sales', { written: {}, applied: {} }, [list]), faults);
  const looked = (times: number): Promise<boolean> =>
    until((see) => see([looks, watch.waiting, jest.getTimerCount()]).join() === [times, 0, 1].join());
  const restsFor = (ms: number): void => {
    jest.advanceTimersByTime(ms - 1);
    expect([ms, jest.getTimerCount()]).toEqual([ms, 1]);
    jest.advanceTimersByTime(1);
    expect([ms, jest.getTimerCount()]).toEqual([ms, 0]);
  };
  await watch.start();
  try {
    await looked(0);
    restsFor(300);
    await looked(0);
    watch.changed(coop);
    for (const [i, rest] of [300, 600, 1_200, 2_400, 2_400].entries()) {
      await looked(i + 1);
      watch.changed(coop);
      restsFor(rest);
    }
    await looked(6);
    found.push({ kind: 'no-season', of: 'sale', day: '2026-06-30', records: 1, sum: '1' });
    watch.changed(coop);
    restsFor(2_400);
    await looked(7);
    watch.changed(coop);
    restsFor(300);
    await looked(8);
    restsFor(600);
    await looked(8);
    watch.changed(coop);
    await looked(9);
    restsFor(300);
  } finally {
    await watch.stop();
  }
  expect(faults).toEqual([]);
});

test('profit-sharing, which asks its own books when it wants to know, is not looked at for every fact', async () => {
  const faults: unknown[] = [];
  const watch = watchOf(new SeasonBooks('profit-sharing', { written: {}, applied: {} }, []), faults);
  watch.changed(newCoopId());
  expect(watch.waiting).toBe(0);
});
