import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets an approved run be reversed, by two people; what it froze and who approved it still never changes. */
export class ReverseRuns1795920000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `ALTER TABLE runs
         ADD COLUMN reversal_proposed_by text,
         ADD COLUMN reversal_proposed_at timestamptz,
         ADD COLUMN reversal_reason text,
         ADD COLUMN reversed_by text,
         ADD COLUMN reversed_at timestamptz,
         ADD COLUMN reversal_resolution text,
         ADD COLUMN reversal int,
         ADD FOREIGN KEY (coop_id, reversal_resolution) REFERENCES resolutions`,
      'ALTER TABLE runs DROP CONSTRAINT runs_state_check, DROP CONSTRAINT runs_check, DROP CONSTRAINT runs_check1',
      `ALTER TABLE runs
         ADD CONSTRAINT runs_state_check
           CHECK (state IN ('calculated', 'proposed', 'approved', 'rejected', 'superseded', 'reversed')),
         ADD CONSTRAINT runs_approved CHECK ((state IN ('approved', 'reversed')) = (approval IS NOT NULL)),
         ADD CONSTRAINT runs_approved_by_two CHECK (approval IS NULL
           OR approved_by <> calculated_by AND approved_by <> proposed_by AND resolution IS NOT NULL),
         ADD CONSTRAINT runs_reversed CHECK ((state = 'reversed') = (reversal IS NOT NULL)),
         ADD CONSTRAINT runs_reversed_by_two CHECK (reversal IS NULL
           OR reversal > approval AND reversed_by <> reversal_proposed_by AND reversal_resolution IS NOT NULL)`,
      `GRANT UPDATE (reversal_proposed_by, reversal_proposed_at, reversal_reason, reversed_by, reversed_at,
         reversal_resolution, reversal) ON runs TO profit_sharing_runtime`,
      `CREATE OR REPLACE FUNCTION keep_run() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         IF TG_OP = 'DELETE' OR OLD.state IN ('rejected', 'superseded', 'reversed')
           OR (OLD.id, OLD.season, OLD.currency, OLD."case"::text, OLD.outcome::text, OLD.fingerprint,
               OLD.approved_before, OLD.calculated_by, OLD.calculated_at)
             IS DISTINCT FROM
              (NEW.id, NEW.season, NEW.currency, NEW."case"::text, NEW.outcome::text, NEW.fingerprint,
               NEW.approved_before, NEW.calculated_by, NEW.calculated_at)
           OR OLD.state = 'approved' AND (NEW.state NOT IN ('approved', 'reversed')
             OR (OLD.proposed_by, OLD.proposed_at, OLD.approved_by, OLD.approved_at, OLD.approval, OLD.resolution)
               IS DISTINCT FROM
                (NEW.proposed_by, NEW.proposed_at, NEW.approved_by, NEW.approved_at, NEW.approval, NEW.resolution))
         THEN
           RAISE EXCEPTION 'what run % froze never changes', OLD.id USING ERRCODE = 'check_violation';
         END IF;
         RETURN NEW;
       END $$`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('runs that were reversed would be approved'));
  }
}
