import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SERVICES, type ServiceName } from '@ayni/contracts';
import { testDatabase, type TestDatabase } from '@ayni/testing-systems/test-database';
import { until } from '@ayni/testing/until';
import pg from 'pg';
import { takeSnapshot } from '../src/backup/snapshot.js';
import type { System } from '../src/open-system.js';

const never = new AbortController().signal;
/** A request that waits for a lock is given up after so long. */
const GIVEN_UP_MS = 10_000;
const databases = new Map<ServiceName, TestDatabase>();
const clients: pg.Client[] = [];
let system: System;

beforeAll(async () => {
  for (const service of SERVICES) databases.set(service, await testDatabase(service));
  system = {
    ...{ folder: 'nowhere', form: 'laptop', admin: '', close: () => Promise.resolve() },
    url: (service, role) => databases.get(service)?.url(role) ?? '',
  };
  for (const service of SERVICES) {
    const client = await connect(service);
    await client.query('CREATE TABLE outbox (id bigint PRIMARY KEY); CREATE TABLE inbox (id bigint PRIMARY KEY)');
  }
});

afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()));
  await Promise.all([...databases.values()].map((database) => database.drop()));
});

async function connect(service: ServiceName): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databases.get(service)?.url('superuser') });
  clients.push(client);
  await client.connect();
  return client;
}

test('no consumer is ahead of its producer in it, however fast events pass from one to the other', async () => {
  const [producer, consumers] = ['sales', SERVICES.filter((name) => name !== 'sales')] as const;
  const write = await connect(producer);
  const apply = await Promise.all(consumers.map(connect));
  let isOver = false;
  let written = 0;
  const flowing = (async () => {
    for (; !isOver; written += 1) {
      await write.query('INSERT INTO outbox VALUES ($1)', [written]);
      await Promise.all(apply.map((consumer) => consumer.query('INSERT INTO inbox VALUES ($1)', [written])));
    }
  })();
  try {
    for (let round = 0; round < 60 || written <= 100; round += 1) {
      const before = written;
      const { readers, release } = await takeSnapshot(system, never);
      const count = async (service: ServiceName, table: string): Promise<number> => {
        const counted = await readers
          .get(service)
          ?.query<{ rows: number }>(`SELECT count(*)::int AS rows FROM ${table}`);
        return counted?.rows[0]?.rows ?? 0;
      };
      const known = await count(producer, 'outbox');
      const applied = await Promise.all(consumers.map((name) => count(name, 'inbox')));
      await release();
      expect({ round, known, applied, ahead: applied.filter((rows) => rows > known) }).toMatchObject({ ahead: [] });
      expect(known).toBeGreaterThanOrEqual(before);
    }
  } finally {
    isOver = true;
    await flowing;
  }
  expect(written).toBeGreaterThan(100);
});

test('a long transaction holds up the snapshot, and the snapshot holds up nobody for longer than a moment', async () => {
  const [slow, quick] = [await connect('inventory'), await connect('inventory')];
  await slow.query('BEGIN; INSERT INTO outbox VALUES (-1)');
  let taken = false;
  const snapshot = takeSnapshot(system, never).finally(() => (taken = true));
  let longest = 0;
  for (let id = -1_000; id < -900; id += 1) {
    const began = performance.now();
    await quick.query('INSERT INTO inbox VALUES ($1)', [id]);
    longest = Math.max(longest, performance.now() - began);
  }
  await until(async (see) => see(await waitingLocks(quick)) > 0);
  expect(taken).toBe(false);
  expect(longest).toBeLessThan(GIVEN_UP_MS);
  await slow.query('COMMIT');
  const { readers, release, pauseMs } = await snapshot;
  const { rows } = (await readers.get('inventory')?.query('SELECT id FROM outbox WHERE id = -1')) ?? { rows: [] };
  expect(rows.length).toBe(1);
  expect(pauseMs).toBeLessThan(GIVEN_UP_MS);
  await release();
});

const waitingLocks = async (client: pg.Client): Promise<number> =>
  (
    await client.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_locks WHERE mode = 'ShareLock' AND NOT granted`,
    )
  ).rows[0]?.n ?? 0;

test('what is written after it is taken is not in it, and is not held up by it', async () => {
  const writer = await connect('members');
  const { readers, release } = await takeSnapshot(system, never);
  await writer.query('INSERT INTO outbox VALUES (77)');
  const seen = await readers.get('members')?.query('SELECT id FROM outbox WHERE id = 77');
  expect(seen?.rows).toEqual([]);
  await release();
});
