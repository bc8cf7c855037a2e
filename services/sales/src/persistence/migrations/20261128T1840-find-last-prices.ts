import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds when a product was sold last, and the receipts of one seller, without going through those of the others. */
export class FindLastPrices1795891200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE INDEX market_totals_by_product ON market_totals (coop_id, product, day, market) WHERE NOT monthly`,
      'CREATE INDEX sales_by_recorder ON sales (coop_id, recorded_by, day, code)',
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of ['market_totals_by_product', 'sales_by_recorder']) await runner.query(`DROP INDEX ${index}`);
  }
}
