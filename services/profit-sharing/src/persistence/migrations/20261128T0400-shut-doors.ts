import { seasonDoor, seasonDoorFunctions } from '@ayni/facts/season-door-schema';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The season's door in the database, for expenses, grants and advances. */
export class ShutDoors1795838400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...seasonDoorFunctions(),
      ...seasonDoor('profit-sharing', 'expense', 'expenses'),
      ...seasonDoor('profit-sharing', 'grant', 'grants'),
      ...seasonDoor('profit-sharing', 'advance', 'advances'),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('facts of shut seasons would be taken'));
  }
}
