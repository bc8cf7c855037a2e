import { keepPlaces } from '@ayni/reference-data/coops/keep-places';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps how many places the amounts of a co-op's books have, and gives them those of its currency. */
export class KeepPlaces1795863600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await keepPlaces(runner, [
      { table: 'sales', columns: ['total'] },
      { table: 'sale_lines', columns: ['unit_price', 'amount'] },
      { table: 'market_totals', columns: ['amount'] },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE coops DROP COLUMN places');
  }
}
