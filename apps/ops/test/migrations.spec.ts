import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { runMigrations } from '@ayni/database/run-migrations';
import type { ServiceDefinition } from '@ayni/service-kit/definition';
import { testDatabase } from '@ayni/testing-systems/test-database';
import { AbstractLogger, DataSource } from 'typeorm';
import { definitionsAlone } from '../src/definitions-alone.js';

/** Hears the statements of each migration, up to the one that says that it is done. */
class MigrationLog extends AbstractLogger {
  readonly statements = new Map<string, readonly string[]>();
  private sinceLast: string[] = [];

  override logQuery(query: string, parameters: unknown[] = []): void {
    if (query.startsWith('START TRANSACTION')) this.sinceLast = [];
    else if (query.startsWith('INSERT INTO "migrations"')) {
      this.statements.set(String(parameters[1]), this.sinceLast);
      this.sinceLast = [];
    } else this.sinceLast.push(query);
  }

  protected override writeLog(): void {
    // only statements count
  }
}

/** A hash of what each migration of a service does to its database, by its name. */
async function hashesOf({ name, migrations }: ServiceDefinition): Promise<Record<string, string>> {
  const database = await testDatabase(name);
  const log = new MigrationLog();
  const source = new DataSource({
    ...{ type: 'postgres', url: database.url('migrator'), poolSize: 1 },
    ...{ migrations: [...migrations], logging: ['query'], logger: log },
  });
  try {
    await source.initialize();
    await runMigrations(source);
  } finally {
    if (source.isInitialized) await source.destroy();
    await database.drop();
  }
  return Object.fromEntries([...log.statements].map(([migration, statements]) => [migration, hashOf(statements)]));
}

/** How a statement is laid out in the source says nothing. */
const hashOf = (statements: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(statements.map((statement) => statement.replace(/\s+/g, ' ').trim())))
    .digest('hex')
    .slice(0, 16);

test('every migration does what it did when it was released, and none is gone', async () => {
  const released: object = JSON.parse(await readFile(new URL('released-migrations.json', import.meta.url), 'utf8'));
  const now: Record<string, Record<string, string>> = {};
  for (const definition of await definitionsAlone()) now[definition.name] = await hashesOf(definition);
  // those that came since are free to change until they are released
  expect(now).toMatchObject(released);
});
