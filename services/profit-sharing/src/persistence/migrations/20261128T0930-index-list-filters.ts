import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For each filter of a list that grows, an index in the list's own order. */
export class IndexListFilters1795858200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      'CREATE INDEX ledger_entries_by_source ON ledger_entries (coop_id, source, day, code, posting)',
      'CREATE INDEX expenses_by_funder ON expenses (coop_id, funded_by, day, code)',
      'CREATE INDEX advances_by_member ON advances (coop_id, member, day, code)',
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ledger_entries_by_source, expenses_by_funder, advances_by_member');
  }
}
