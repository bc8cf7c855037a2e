import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets a season that closes end before its last day, the same in every service: whoever may set its state. */
export class EndSeasonsEarly1795864800000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runner.query(forWhoMovesSeasons('GRANT UPDATE (until_day) ON seasons TO %I'));
  }

  down(runner: QueryRunner): Promise<void> {
    return runner.query(forWhoMovesSeasons('REVOKE UPDATE (until_day) ON seasons FROM %I'));
  }
}

const forWhoMovesSeasons = (text: string): string => `DO $$ BEGIN EXECUTE format('${text}', (
  SELECT grantee FROM information_schema.column_privileges
  WHERE table_name = 'seasons' AND column_name = 'state' AND privilege_type = 'UPDATE' AND grantee <> grantor
)); END $$`;
