import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';

import { prepareDatabase } from '../src/prepare-database.js';
import { databaseOf, rolesOf, type Role, type ServicePasswords } from '../src/roles.js';
import { ask } from '@ayni/testing/sql';

const admin = process.env['TEST_DATABASE_URL'] ?? '';
const services: string[] = [];

/** A service of a name of its own, since the server belongs to all specs of the run. */
function newService(): string {
  const service = `spec-${randomBytes(5).toString('hex')}`;
  services.push(service);
  return service;
}

const PASSWORDS: ServicePasswords = { migrator: 'one', runtime: 'two', relay: 'three', operator: 'four' };

function address(service: string, role: Role, database = databaseOf(service)): string {
  const url = new URL(admin);
  url.username = rolesOf(service)[role];
  url.password = PASSWORDS[role];
  url.pathname = `/${database}`;
  return url.href;
}

async function prepare(): Promise<string> {
  const service = newService();
  await prepareDatabase(admin, service, PASSWORDS);
  return service;
}

afterAll(async () => {
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  for (const service of services) {
    await client.query(`DROP DATABASE IF EXISTS ${databaseOf(service)} WITH (FORCE)`);
    await client.query(`DROP ROLE IF EXISTS ${Object.values(rolesOf(service)).join(', ')}`);
  }
  await client.end();
});

describe('the database of a service', () => {
  test('carries its name with underscores, and so do its roles', () => {
    expect(databaseOf('profit-sharing')).toBe('ayni_profit_sharing');
    expect(rolesOf('profit-sharing').runtime).toBe('profit_sharing_runtime');
    expect(() => databaseOf('sales"; DROP')).toThrow('no name of a service');
  });

  test('belongs to the migrator, who alone may make tables and bypasses the policies of rows', async () => {
    const service = await prepare();
    await ask(address(service, 'migrator'), 'CREATE TABLE sale (id int)');
    for (const role of ['runtime', 'relay', 'operator'] as const) {
      await expect(ask(address(service, role), 'CREATE TABLE mine (id int)')).rejects.toThrow('permission denied');
      await expect(ask(address(service, role), 'SELECT * FROM sale')).rejects.toThrow('permission denied');
    }
    const bypassing = await ask(
      admin,
      `SELECT rolname AS name FROM pg_roles WHERE rolbypassrls AND rolname = ANY ('{${Object.values(rolesOf(service)).join()}}')`,
    );
    expect(bypassing).toEqual([{ name: rolesOf(service).migrator }]);
  });

  test('lets no role of another service in', async () => {
    const [ours, theirs] = [await prepare(), await prepare()];
    for (const role of ['migrator', 'runtime', 'relay', 'operator'] as const) {
      await expect(ask(address(theirs, role, databaseOf(ours)), 'SELECT 1')).rejects.toThrow(
        'permission denied for database',
      );
    }
  });

  test('sorts text by code point on every machine, and knows the capitals of every alphabet', async () => {
    const service = await prepare();
    expect(
      await ask(
        address(service, 'runtime'),
        `SELECT string_agg(word, ' ' ORDER BY word) AS sorted, upper('ñandú') AS capitals FROM unnest('{b,a,B,á}'::text[]) word`,
      ),
    ).toEqual([{ sorted: 'B a b á', capitals: 'ÑANDÚ' }]);
  });

  test('is there once, whole, when many processes prepare it at the same time', async () => {
    const service = newService();
    const other = newService();
    await Promise.all(
      [service, other, service, service, other, service].map((name) => prepareDatabase(admin, name, PASSWORDS)),
    );
    for (const role of ['migrator', 'runtime', 'relay', 'operator'] as const) {
      expect(await ask(address(service, role), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    }
  });

  test('gets the new password when it is prepared with another one', async () => {
    const service = await prepare();
    await prepareDatabase(admin, service, { ...PASSWORDS, runtime: 'changed' });
    await expect(ask(address(service, 'runtime'), 'SELECT 1')).rejects.toThrow('password authentication failed');
    await prepareDatabase(admin, service, PASSWORDS);
    expect(await ask(address(service, 'runtime'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('loses rights that somebody gave by hand and keeps its data', async () => {
    const service = await prepare();
    await ask(address(service, 'migrator'), 'CREATE TABLE kept AS SELECT 7 AS seven');
    await ask(admin, `ALTER ROLE ${rolesOf(service).runtime} SUPERUSER`);
    await ask(admin, `GRANT CONNECT ON DATABASE ${databaseOf(service)} TO PUBLIC`);
    await prepareDatabase(admin, service, PASSWORDS);
    await expect(ask(address(service, 'runtime'), 'SELECT * FROM kept')).rejects.toThrow('permission denied');
    await expect(ask(address(await prepare(), 'runtime', databaseOf(service)), 'SELECT 1')).rejects.toThrow(
      'permission denied for database',
    );
    expect(await ask(address(service, 'migrator'), 'SELECT seven FROM kept')).toEqual([{ seven: 7 }]);
  });

  test('stores no password that could be read', async () => {
    const service = await prepare();
    const stored = await ask(
      admin,
      `SELECT rolpassword AS password FROM pg_authid WHERE rolname = '${rolesOf(service).relay}'`,
    );
    expect(stored).toEqual([{ password: expect.stringMatching(/^SCRAM-SHA-256\$4096:/) }]);
  });
});
