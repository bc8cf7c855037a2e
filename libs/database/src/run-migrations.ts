import { MigrationExecutor, type DataSource } from 'typeorm';

import { LOCK_SPACE, MIGRATION_LOCK } from './locks.js';

/**
 * Runs the migrations that the database has not seen, all or none, while every other process that starts on it waits;
 * TypeORM alone fails where two begin together. Gives the names of those that were run.
 */
export async function runMigrations(dataSource: DataSource): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1, $2)', [LOCK_SPACE, MIGRATION_LOCK]);
    try {
      // on the connection that holds the lock: a pool of one would wait for ever for a second
      const done = await new MigrationExecutor(dataSource, runner).executePendingMigrations();
      return done.map((migration) => migration.name);
    } finally {
      await runner.query('SELECT pg_advisory_unlock($1, $2)', [LOCK_SPACE, MIGRATION_LOCK]);
    }
  } finally {
    await runner.release();
  }
}
