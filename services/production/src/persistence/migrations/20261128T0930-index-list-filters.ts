import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For each filter of a list that grows, an index in the list's own order. */
export class IndexListFilters1795858200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      'CREATE INDEX work_by_member ON work (coop_id, member, day, code)',
      'CREATE INDEX care_by_member ON care (coop_id, member, day, code)',
      'CREATE INDEX care_by_recorder ON care (coop_id, recorded_by, day, code)',
      'CREATE INDEX harvests_by_structure ON harvests (coop_id, structure, day, code)',
      'CREATE INDEX harvests_by_product ON harvests (coop_id, product, day, code)',
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP INDEX work_by_member, care_by_member, care_by_recorder, harvests_by_structure, harvests_by_product',
    );
  }
}
