import type { MigrationInterface, QueryRunner } from 'typeorm';

const refusal = `RAISE EXCEPTION 'what run % froze never changes', OLD.id USING ERRCODE = 'check_violation'`;

/**
 * The two documents of a run were unpacked and compared at every step that it takes, though none names them: megabytes
 * each. They are where somebody does.
 */
export class CompareDocumentsAlone1796002200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE OR REPLACE FUNCTION keep_run() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         IF TG_OP = 'DELETE' OR OLD.state IN ('rejected', 'superseded', 'reversed')
           OR (OLD.id, OLD.season, OLD.currency, OLD.fingerprint, OLD.approved_before, OLD.calculated_by, OLD.calculated_at)
             IS DISTINCT FROM
              (NEW.id, NEW.season, NEW.currency, NEW.fingerprint, NEW.approved_before, NEW.calculated_by, NEW.calculated_at)
           OR OLD.state = 'approved' AND (NEW.state NOT IN ('approved', 'reversed')
             OR (OLD.proposed_by, OLD.proposed_at, OLD.approved_by, OLD.approved_at, OLD.approval, OLD.resolution)
               IS DISTINCT FROM
                (NEW.proposed_by, NEW.proposed_at, NEW.approved_by, NEW.approved_at, NEW.approval, NEW.resolution))
         THEN
           ${refusal};
         END IF;
         RETURN NEW;
       END $$`,
      `CREATE FUNCTION keep_documents_of_run() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         IF (OLD."case"::text, OLD.outcome::text) IS DISTINCT FROM (NEW."case"::text, NEW.outcome::text) THEN
           ${refusal};
         END IF;
         RETURN NEW;
       END $$`,
      `CREATE TRIGGER run_documents_stay BEFORE UPDATE OF "case", outcome ON runs
         FOR EACH ROW EXECUTE FUNCTION keep_documents_of_run()`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('the documents of runs would be compared by nobody'));
  }
}
