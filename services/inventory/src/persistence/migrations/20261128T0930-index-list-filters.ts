import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For each filter of a list that grows, an index in the list's own order. */
export class IndexListFilters1795858200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      'CREATE INDEX movements_in_order ON movements (coop_id, day, kind, code, line, reversal)',
      'CREATE INDEX movements_by_kind ON movements (coop_id, kind, day, code, line, reversal)',
      'CREATE INDEX movements_by_product ON movements (coop_id, product, day, kind, code, line, reversal)',
      'CREATE INDEX lots_by_product ON lots (coop_id, product, day, code)',
      'CREATE INDEX deliveries_by_member ON deliveries (coop_id, member, day, code)',
      'CREATE INDEX deliveries_by_product ON deliveries (coop_id, product, day, code)',
      'CREATE INDEX losses_by_product ON losses (coop_id, product, day, code)',
      'CREATE INDEX gifts_by_product ON gifts (coop_id, product, day, code)',
      'CREATE INDEX shortages_by_day ON shortages (coop_id, day, use, code, line, turn)',
      'DROP INDEX movements_by_day',
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX movements_by_day ON movements (coop_id, day)');
    await runner.query(
      'DROP INDEX movements_in_order, movements_by_kind, movements_by_product, lots_by_product, deliveries_by_member, deliveries_by_product, losses_by_product, gifts_by_product, shortages_by_day',
    );
  }
}
