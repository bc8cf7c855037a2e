import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Leads from a member or a household to what was posted of it; sales and deliveries have no party. */
export class IndexParties1795938300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      "CREATE INDEX ledger_lines_by_party ON ledger_lines (coop_id, party, account) WHERE party <> ''",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ledger_lines_by_party');
  }
}
