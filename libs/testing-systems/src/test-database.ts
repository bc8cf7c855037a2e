import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';

import { prepareDatabase } from '@ayni/database/prepare-database';
import { databaseOf, eachRole, rolesOf, type Role } from '@ayni/database/roles';
import { errorCode } from '@ayni/processes/error-code';

import { TEST_DATABASE_COPIES, TEST_DATABASE_URL } from './cluster.js';

/** A database of its own for one spec file, as a service finds it before its first migration. */
export type TestDatabase = {
  readonly name: string;
  /** Its address for one of the service's roles, or for the superuser. */
  url(role: Role | 'superuser'): string;
  /** Removes it, with whoever is still connected. */
  drop(): Promise<void>;
};

/** What is in a database when it is given out. */
export type Contents = {
  /** The same for the same contents. */
  readonly key: string;
  /** Puts them into a fresh database, and leaves nobody connected. */
  fill(database: TestDatabase): Promise<void>;
};

/** Roles belong to the whole server, so that all test databases share them and their password. */
const PASSWORD = 'test-only';
/** What PostgreSQL says of a database that somebody is connected to (object_in_use). */
const IN_USE = '55006';

/**
 * Makes a fresh database for `service`; the project's jest.config.mjs must build on `withPostgres`.
 * @param contents filled in once for a run of tests, and copied from then on
 */
export async function testDatabase(service: string, contents?: Contents): Promise<TestDatabase> {
  const server = process.env[TEST_DATABASE_URL];
  if (!server) throw new Error('No test server runs: build the jest.config.mjs of this project on withPostgres.');
  const name = `${databaseOf(service)}_${randomBytes(5).toString('hex')}`;
  const database = { name, ...addressesOf(server, service, name), drop: () => drop(server, name) };
  const isCopied = contents !== undefined && process.env[TEST_DATABASE_COPIES] !== undefined;
  if (isCopied) await copy(server, service, contents, name);
  await prepare(server, service, name);
  if (contents && !isCopied) await contents.fill(database);
  return database;
}

/** Copies the database of these contents, which whoever asks first makes while the others wait. */
async function copy(server: string, service: string, contents: Contents, name: string): Promise<void> {
  const original = `${databaseOf(service)}_${createHash('sha256').update(contents.key).digest('hex').slice(0, 16)}`;
  await as(server, async (admin) => {
    await admin.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [original]);
    const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [original]);
    if (rowCount === 0) {
      // under its own name only once it is whole
      const made = await testDatabase(service);
      await contents.fill(made);
      await admin.query(`ALTER DATABASE ${pg.escapeIdentifier(made.name)} RENAME TO ${pg.escapeIdentifier(original)}`);
    }
    await admin.query('SELECT pg_advisory_unlock_all()');
    await admin.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE ${pg.escapeIdentifier(original)}`);
  });
}

const prepare = (server: string, service: string, name: string): Promise<void> =>
  prepareDatabase(
    server,
    service,
    eachRole(() => PASSWORD),
    name,
  );

function addressesOf(server: string, service: string, name: string): Pick<TestDatabase, 'url'> {
  const roles = rolesOf(service);
  return {
    url(role) {
      const address = new URL(server);
      address.pathname = `/${name}`;
      if (role !== 'superuser') {
        address.username = roles[role];
        address.password = PASSWORD;
      }
      return address.href;
    },
  };
}

const drop = (server: string, name: string): Promise<void> =>
  as(server, async (admin) => {
    const statement = `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)}`;
    // PostgreSQL gives those who are leaving five seconds: a pool ends before its connections do, and one that is
    // thrown out then fails a test that has passed
    await admin.query(statement).catch((error: unknown) => {
      if (errorCode(error) !== IN_USE) throw error;
      return admin.query(`${statement} WITH (FORCE)`);
    });
  });

async function as(server: string, act: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  try {
    await act(admin);
  } finally {
    await admin.end();
  }
}
