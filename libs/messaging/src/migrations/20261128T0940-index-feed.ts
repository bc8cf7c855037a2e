import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the feed reads by, the same in every service: the events of one type of a co-op, in their order. */
export class IndexFeed1795858800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX outbox_feed ON outbox (coop_id, type, position) WHERE position IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX outbox_feed');
  }
}
