import { DataSource } from 'typeorm';
import { connectionOptions } from '../src/connection.js';
import { Database } from '../src/database.js';

/** The server of the tests, as a database over one connection whose clock stands still and in which nothing is published. */
export async function openDatabase(): Promise<{ readonly database: Database; readonly close: () => Promise<void> }> {
  const url = process.env['TEST_DATABASE_URL'] ?? '';
  const source = new DataSource({ type: 'postgres', url, poolSize: 1, extra: connectionOptions });
  const nothingPublished = { entity: Object, row: () => ({}) };
  const database = new Database(await source.initialize(), () => new Date('2026-07-01T12:00:00Z'), nothingPublished);
  return { database, close: () => source.destroy() };
}
