import { roleOf } from '@ayni/database/roles';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Gives each run a key by which the codes of its papers are made, and lets who has a paper ask without signing in. */
export class CheckPapers1795904400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      // 244 bits of chance, of each run its own: what is left of two random UUIDs
      `ALTER TABLE run_summaries
         ADD COLUMN check_key bytea NOT NULL DEFAULT uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())`,
      // who checks a paper has no co-op: this is all that anybody may ask across them
      `CREATE FUNCTION coop_by_code(asked text) RETURNS uuid
         LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
         AS $$ SELECT coop_id FROM public.coops WHERE lower(code) = lower(asked) ORDER BY code <> asked LIMIT 1 $$`,
      'REVOKE ALL ON FUNCTION coop_by_code(text) FROM PUBLIC',
      `GRANT EXECUTE ON FUNCTION coop_by_code(text) TO ${roleOf('profit-sharing', 'runtime')}`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION coop_by_code(text)');
    await runner.query('ALTER TABLE run_summaries DROP COLUMN check_key');
  }
}
