import { expect, test } from '@jest/globals';
import { ask } from '@ayni/testing/sql';
import pg from 'pg';

import { connectionOptions } from '../src/connection.js';

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
