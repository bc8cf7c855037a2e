import { roleOf } from '@ayni/database/roles';
import { tenantTable } from '@ayni/database/tenant-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The keys of programs, as digests; one that ended stays, so that its name means nobody else. */
export class KeepApiKeys1795875600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE TABLE api_keys (
         coop_id uuid NOT NULL,
         id uuid NOT NULL,
         name text NOT NULL,
         prefix text NOT NULL,
         digest text NOT NULL UNIQUE,
         roles jsonb NOT NULL CHECK (jsonb_typeof(roles) = 'array' AND roles <> '[]' AND NOT roles ?| '{president,member}'),
         scopes jsonb NOT NULL CHECK (jsonb_typeof(scopes) = 'array' AND scopes <> '[]'),
         expires_on date NOT NULL,
         used_at timestamptz,
         made_by text NOT NULL,
         made_at timestamptz NOT NULL,
         ended_by text,
         ended_at timestamptz,
         PRIMARY KEY (coop_id, id),
         UNIQUE (coop_id, name)
       )`,
      ...tenantTable('members', 'api_keys', ['UPDATE (used_at, ended_by, ended_at)']),
      // a program has no co-op before its key is looked at
      `CREATE FUNCTION coop_by_key(asked text) RETURNS uuid
         LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
         AS $$ SELECT coop_id FROM public.api_keys WHERE digest = asked AND ended_at IS NULL $$`,
      'REVOKE ALL ON FUNCTION coop_by_key(text) FROM PUBLIC',
      `GRANT EXECUTE ON FUNCTION coop_by_key(text) TO ${roleOf('members', 'runtime')}`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION coop_by_key(text)');
    await runner.query('DROP TABLE api_keys');
  }
}
