import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The name of a market can be corrected; receipts go on under the one that it was registered under. */
export class CallMarkets1795874100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      'ALTER TABLE markets ADD COLUMN called text',
      'UPDATE markets SET called = name',
      'ALTER TABLE markets ALTER COLUMN called SET NOT NULL',
      'CREATE INDEX markets_by_call ON markets (coop_id, called)',
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE markets DROP COLUMN called');
  }
}
