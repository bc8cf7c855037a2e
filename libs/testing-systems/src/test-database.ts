import { randomBytes } from 'node:crypto';
import pg from 'pg';

import { prepareDatabase } from '@ayni/database/prepare-database';
import { databaseOf, eachRole, rolesOf, type Role } from '@ayni/database/roles';
import { errorCode } from '@ayni/processes/error-code';

import { TEST_DATABASE_URL } from './cluster.js';

/** A database of its own for one spec file, as a service finds it before its first migration. */
export type TestDatabase = {
  readonly name: string;
  /** Its address for one of the service's roles, or for the superuser. */
  url(role: Role | 'superuser'): string;
  /** Removes it, with whoever is still connected. */
  drop(): Promise<void>;
};

/** Roles belong to the whole server, so that all test databases share them and their password. */
const PASSWORD = 'test-only';
/** What PostgreSQL says of a database that somebody is connected to (object_in_use). */
const IN_USE = '55006';

/** Makes a fresh database for `service`; the project's jest.config.mjs must build on `withPostgres`. */
export async function testDatabase(service: string): Promise<TestDatabase> {
  const server = process.env[TEST_DATABASE_URL];
  if (!server) throw new Error('No test server runs: build the jest.config.mjs of this project on withPostgres.');
  const name = `${databaseOf(service)}_${randomBytes(5).toString('hex')}`;
  const roles = rolesOf(service);
  await prepareDatabase(
    server,
    service,
    eachRole(() => PASSWORD),
    name,
  );
  return {
    name,
    url(role) {
      const address = new URL(server);
      address.pathname = `/${name}`;
      if (role !== 'superuser') {
        address.username = roles[role];
        address.password = PASSWORD;
      }
      return address.href;
    },
    async drop() {
      const client = new pg.Client({ connectionString: server });
      await client.connect();
      try {
        const drop = `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)}`;
        // PostgreSQL gives those who are leaving five seconds: a pool ends before its connections do, and one that is
        // thrown out then fails a test that has passed
        await client.query(drop).catch((error: unknown) => {
          if (errorCode(error) !== IN_USE) throw error;
          return client.query(`${drop} WITH (FORCE)`);
        });
      } finally {
        await client.end();
      }
    },
  };
}
