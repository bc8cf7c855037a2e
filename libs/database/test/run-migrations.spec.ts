import { randomBytes } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { AbstractLogger, DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';

import { runMigrations } from '../src/run-migrations.js';
import { ask } from '@ayni/testing/sql';

class Markets1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE market (name text PRIMARY KEY)');
    await runner.query(`INSERT INTO market VALUES ('Chacoma')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE market');
  }
}

class Broken1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE half (id int)');
    await runner.query('SELECT no_such_column');
  }

  async down(): Promise<void> {}
}

class Quiet extends AbstractLogger {
  protected writeLog(): void {}
}

const admin = process.env['TEST_DATABASE_URL'] ?? '';
const databases: string[] = [];
let url: string;

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  await client.query(sql);
  await client.end();
}

beforeEach(async () => {
  const database = `ayni_spec_${randomBytes(5).toString('hex')}`;
  databases.push(database);
  await onServer(`CREATE DATABASE ${database}`);
  const address = new URL(admin);
  address.pathname = `/${database}`;
  url = address.href;
});

afterAll(async () => {
  for (const database of databases) await onServer(`DROP DATABASE ${database} WITH (FORCE)`);
});

/** One process of a service; a pool of one connection, the least that a service may have. */
async function migrate(migrations: (new () => MigrationInterface)[] = [Markets1700000000001]): Promise<string[]> {
  const dataSource = await new DataSource({
    type: 'postgres',
    url,
    migrations,
    extra: { max: 1 },
    logger: new Quiet(),
  }).initialize();
  try {
    return await runMigrations(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

describe('migrations', () => {
  test('run once when many processes start together, and all of them come up', async () => {
    const ran = await Promise.all(Array.from({ length: 6 }, () => migrate()));
    expect(ran.flat()).toEqual(['Markets1700000000001']);
    expect(await ask(url, 'SELECT name FROM market')).toEqual([{ name: 'Chacoma' }]);
  });

  test('leave nothing behind when one fails, and the next process tries again', async () => {
    await expect(migrate([Markets1700000000001, Broken1700000000002])).rejects.toThrow('no_such_column');
    expect(await ask(url, `SELECT to_regclass('half') AS half, to_regclass('market') AS market`)).toEqual([
      { half: null, market: null },
    ]);
    expect(await migrate()).toEqual(['Markets1700000000001']);
  });
});
