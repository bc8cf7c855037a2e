import type { ServiceName } from '@ayni/contracts';
import { roleOf } from '@ayni/database/roles';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps beside a season what its service last told of what is unfinished in it, and finds the co-ops in which it told that of an open one. */
export const keepUnfinished = (service: ServiceName): new () => MigrationInterface => {
  const runtime = roleOf(service, 'runtime');
  return class KeepUnfinished1795871400000 implements MigrationInterface {
    async up(runner: QueryRunner): Promise<void> {
      const statements = [
        'ALTER TABLE seasons ADD COLUMN unfinished json',
        `GRANT UPDATE (unfinished) ON seasons TO ${runtime}`,
        // the watch looks at all of them after a start; this is all that it may see across co-ops
        `CREATE FUNCTION coops_told_of_open_seasons() RETURNS TABLE (coop_id uuid)
           LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
           AS $$ SELECT DISTINCT s.coop_id FROM public.seasons s WHERE s.state = 'open' AND s.unfinished IS NOT NULL $$`,
        'REVOKE ALL ON FUNCTION coops_told_of_open_seasons() FROM PUBLIC',
        `GRANT EXECUTE ON FUNCTION coops_told_of_open_seasons() TO ${runtime}`,
      ];
      for (const statement of statements) await runner.query(statement);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query('DROP FUNCTION coops_told_of_open_seasons()');
      await runner.query('ALTER TABLE seasons DROP COLUMN unfinished');
    }
  };
};
