import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whatever else was worked out of a season is superseded once one of its runs is approved. */
export class SupersedeRuns1795866000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      'ALTER TABLE runs DROP CONSTRAINT runs_state_check',
      `ALTER TABLE runs ADD CONSTRAINT runs_state_check
         CHECK (state IN ('calculated', 'proposed', 'approved', 'rejected', 'superseded'))`,
      `CREATE OR REPLACE FUNCTION keep_run() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         IF TG_OP = 'DELETE' OR OLD.state IN ('approved', 'rejected', 'superseded')
           OR (OLD.id, OLD.season, OLD.currency, OLD."case"::text, OLD.outcome::text, OLD.fingerprint,
               OLD.approved_before, OLD.calculated_by, OLD.calculated_at)
             IS DISTINCT FROM
              (NEW.id, NEW.season, NEW.currency, NEW."case"::text, NEW.outcome::text, NEW.fingerprint,
               NEW.approved_before, NEW.calculated_by, NEW.calculated_at)
         THEN
           RAISE EXCEPTION 'what run % froze never changes', OLD.id USING ERRCODE = 'check_violation';
         END IF;
         RETURN NEW;
       END $$`,
      `UPDATE runs r SET state = 'superseded', version = version + 1
       WHERE state IN ('calculated', 'proposed') AND EXISTS (
         SELECT FROM runs a WHERE a.coop_id = r.coop_id AND a.season = r.season AND a.state = 'approved')`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('runs would be open that have no season to share any more'));
  }
}
