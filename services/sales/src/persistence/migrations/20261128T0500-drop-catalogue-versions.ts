import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Receipts are checked against products, units, markets and seasons as they stand; no reading of them is kept. */
export class DropCatalogueVersions1795842000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const triggers = ['products', 'units', 'markets', 'seasons'].flatMap((table) =>
      ['insert', 'update'].map((event) => `DROP TRIGGER ${event}_bumps_catalogue ON ${table}`),
    );
    const statements = [
      ...triggers,
      'DROP FUNCTION bump_catalogue()',
      'DROP FUNCTION expect_catalogue(bigint)',
      'DROP TABLE catalogue_versions',
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('what the versions had counted is gone'));
  }
}
