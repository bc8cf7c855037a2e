import type { ServiceName } from '@ayni/contracts';
import { roleOf } from '@ayni/database/roles';
import { tenantTable } from '@ayni/database/tenant-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who did what of consequence. The database itself numbers the rows of a co-op and chains each to the one before by
 * SHA-256, whoever writes it; nobody who runs the service can change or remove one.
 */
export const keepTrail = (service: ServiceName): new () => MigrationInterface =>
  class KeepTrail1795876200000 implements MigrationInterface {
    async up(runner: QueryRunner): Promise<void> {
      const operator = roleOf(service, 'operator');
      const statements = [
        `CREATE TABLE trail (
           coop_id uuid NOT NULL,
           number bigint NOT NULL,
           at timestamptz NOT NULL,
           user_name text NOT NULL,
           act text NOT NULL,
           subject text NOT NULL,
           told text NOT NULL,
           source text NOT NULL,
           hash text NOT NULL,
           PRIMARY KEY (coop_id, number)
         )`,
        `CREATE FUNCTION trail_hash(before text, entry trail) RETURNS text
           LANGUAGE sql STABLE SET search_path = pg_catalog
           AS $$ SELECT encode(sha256(convert_to(json_build_array(
             before, entry.coop_id, entry.number, to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
             entry.user_name, entry.act, entry.subject, entry.told, entry.source)::text, 'UTF8')), 'hex') $$`,
        `CREATE FUNCTION chain_trail() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
           DECLARE last public.trail;
           BEGIN
             PERFORM pg_advisory_xact_lock(hashtextextended('trail/' || NEW.coop_id::text, 0));
             SELECT * INTO last FROM public.trail WHERE coop_id = NEW.coop_id ORDER BY number DESC LIMIT 1;
             NEW.number := COALESCE(last.number, 0) + 1;
             NEW.hash := public.trail_hash(COALESCE(last.hash, ''), NEW);
             RETURN NEW;
           END $$`,
        'CREATE TRIGGER chained BEFORE INSERT ON trail FOR EACH ROW EXECUTE FUNCTION chain_trail()',
        ...tenantTable(service, 'trail'),
        `CREATE POLICY seen_by_operator ON trail FOR SELECT TO ${operator} USING (true)`,
        `GRANT SELECT ON trail TO ${operator}`,
        ...(service === 'members' ? writtenByOperator(operator) : []),
      ];
      for (const statement of statements) await runner.query(statement);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query('DROP TABLE trail');
      await runner.query('DROP FUNCTION chain_trail()');
    }
  };

/** What the operator does for a co-op stands in its trail too. */
const writtenByOperator = (operator: string): string[] => [
  `CREATE POLICY written_by_operator ON trail FOR INSERT TO ${operator}
     WITH CHECK (coop_id = NULLIF(current_setting('app.coop', true), '')::uuid)`,
  `GRANT INSERT ON trail TO ${operator}`,
];
