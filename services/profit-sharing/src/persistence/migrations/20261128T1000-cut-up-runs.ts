import { tenantTable } from '@ayni/database/tenant-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'profit-sharing';

/** Keeps what statements are made of in rows of their own, and makes those of the runs that are there. */
export class CutUpRuns1795860000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE TABLE run_summaries (
         coop_id uuid NOT NULL,
         run uuid NOT NULL,
         summary json NOT NULL,
         PRIMARY KEY (coop_id, run),
         FOREIGN KEY (coop_id, run) REFERENCES runs
       )`,
      ...tenantTable(SERVICE, 'run_summaries'),
      `CREATE TABLE run_members (
         coop_id uuid NOT NULL,
         run uuid NOT NULL,
         member text NOT NULL,
         household text NOT NULL,
         weights json NOT NULL,
         figures json NOT NULL,
         PRIMARY KEY (coop_id, run, member),
         FOREIGN KEY (coop_id, run) REFERENCES runs
       )`,
      'CREATE INDEX run_members_by_household ON run_members (coop_id, run, household, member)',
      ...tenantTable(SERVICE, 'run_members'),
      `CREATE TABLE run_households (
         coop_id uuid NOT NULL,
         run uuid NOT NULL,
         household text NOT NULL,
         carried_before text NOT NULL,
         figures json NOT NULL,
         PRIMARY KEY (coop_id, run, household),
         FOREIGN KEY (coop_id, run) REFERENCES runs
       )`,
      ...tenantTable(SERVICE, 'run_households'),
      `INSERT INTO run_summaries (coop_id, run, summary)
       SELECT coop_id, id, json_build_object('case', "case"::jsonb - 'members' - 'households',
         'outcome', outcome::jsonb - 'members' - 'households') FROM runs`,
      `INSERT INTO run_members (coop_id, run, member, household, weights, figures)
       SELECT r.coop_id, r.id, m->>'member', m->>'household', COALESCE(weighed.weights, '{}'), m
       FROM runs r CROSS JOIN json_array_elements(r.outcome->'members') AS m
       LEFT JOIN (SELECT coop_id, id, c->>'member' AS member, c->'weights' AS weights
                  FROM runs, json_array_elements("case"->'members') AS c) AS weighed
         ON weighed.coop_id = r.coop_id AND weighed.id = r.id AND weighed.member = m->>'member'`,
      `INSERT INTO run_households (coop_id, run, household, carried_before, figures)
       SELECT r.coop_id, r.id, h->>'household', COALESCE(known.carried, '0.00'), h
       FROM runs r CROSS JOIN json_array_elements(r.outcome->'households') AS h
       LEFT JOIN (SELECT coop_id, id, c->>'household' AS household, c->>'carried' AS carried
                  FROM runs, json_array_elements(COALESCE("case"->'households', '[]')) AS c) AS known
         ON known.coop_id = r.coop_id AND known.id = r.id AND known.household = h->>'household'`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE run_summaries, run_members, run_households');
  }
}
