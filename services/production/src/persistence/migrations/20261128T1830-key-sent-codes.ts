import { sentCodeOf } from '@ayni/facts/own-code';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets care and work be found by the code as it was sent, whoever's it is, in whatever case. */
export class KeySentCodes1795890600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['care', 'work']) {
      await runner.query(
        `ALTER TABLE ${table} ADD COLUMN sent_key text COLLATE "C"
           GENERATED ALWAYS AS (name_key(${sentCodeOf('code')})) STORED`,
      );
      await runner.query(`CREATE INDEX ${table}_by_sent_key ON ${table} (coop_id, sent_key)`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['care', 'work']) await runner.query(`ALTER TABLE ${table} DROP COLUMN sent_key`);
  }
}
