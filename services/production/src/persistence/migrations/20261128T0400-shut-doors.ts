import { seasonDoor, seasonDoorFunctions } from '@ayni/facts/season-door-schema';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The season's door in the database, for harvests, work and its confirmation, and care. */
export class ShutDoors1795838400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...seasonDoorFunctions(),
      ...seasonDoor('production', 'harvest', 'harvests'),
      ...seasonDoor('production', 'work', 'work', ['work_confirmations']),
      ...seasonDoor('production', 'care', 'care'),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('facts of shut seasons would be taken'));
  }
}
