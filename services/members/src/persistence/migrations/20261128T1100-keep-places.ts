import { keepPlaces } from '@ayni/reference-data/coops/keep-places';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps how many places the amounts of a co-op's books have; there are no amounts here. */
export class KeepPlaces1795863600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await keepPlaces(runner, []);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE coops DROP COLUMN places');
  }
}
