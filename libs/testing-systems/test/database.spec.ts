import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';

import { testDatabase, type TestDatabase } from '../src/test-database.js';

let first: TestDatabase;
let second: TestDatabase;

beforeAll(async () => {
  [first, second] = await Promise.all([testDatabase('profit-sharing'), testDatabase('profit-sharing')]);
});

afterAll(async () => {
  await Promise.all([first.drop(), second.drop()]);
});

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('a test database', () => {
  test('is fresh for each who asks, so that spec files cannot disturb each other', async () => {
    expect(first.name).not.toBe(second.name);
    await ask(first.url('migrator'), 'CREATE TABLE sale (id int)');
    expect(await ask(second.url('migrator'), `SELECT to_regclass('sale') AS found`)).toEqual([{ found: null }]);
  });

  test.each(['migrator', 'runtime', 'relay', 'operator'] as const)(
    'lets in the role %s of its service',
    async (role) => {
      expect(await ask(first.url(role), 'SELECT current_user::text AS name')).toEqual([
        { name: `profit_sharing_${role}` },
      ]);
    },
  );

  test('is gone after it was dropped, with its connections', async () => {
    const passing = await testDatabase('sales');
    const client = new pg.Client({ connectionString: passing.url('runtime') });
    client.on('error', () => undefined);
    await client.connect();
    const ended = new Promise((resolve) => client.once('end', resolve));
    await passing.drop();
    await ended;
    await expect(ask(passing.url('superuser'), 'SELECT 1')).rejects.toThrow('does not exist');
  });
});
