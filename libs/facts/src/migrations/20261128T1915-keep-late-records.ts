import type { ServiceName } from '@ayni/contracts';
import { tenantTable } from '@ayni/database/tenant-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps, outside of the books, facts that came when their season was closed, and what became of each. */
export const keepLateRecords = (service: ServiceName): new () => MigrationInterface =>
  class KeepLateRecords1795893300000 implements MigrationInterface {
    async up(runner: QueryRunner): Promise<void> {
      const statements = [
        `CREATE TABLE late_records (
           coop_id uuid NOT NULL,
           id uuid NOT NULL,
           kind text NOT NULL,
           code text NOT NULL,
           sent text NOT NULL,
           digest text NOT NULL,
           refusal text NOT NULL,
           day date NOT NULL,
           happened_at timestamptz,
           kept_at timestamptz NOT NULL,
           kept_by text NOT NULL,
           roles text NOT NULL,
           member text,
           received_at timestamptz NOT NULL,
           PRIMARY KEY (coop_id, id),
           UNIQUE (coop_id, kept_by, kind, code)
         )`,
        ...tenantTable(service, 'late_records'),
        `CREATE TABLE late_settlements (
           coop_id uuid NOT NULL,
           id uuid NOT NULL,
           posted_on date,
           reason text,
           settled_by text NOT NULL,
           settled_at timestamptz NOT NULL,
           PRIMARY KEY (coop_id, id),
           FOREIGN KEY (coop_id, id) REFERENCES late_records,
           CHECK ((posted_on IS NULL) <> (reason IS NULL))
         )`,
        ...tenantTable(service, 'late_settlements'),
      ];
      for (const statement of statements) await runner.query(statement);
    }

    down(): Promise<void> {
      return Promise.reject(new Error('what came late would be lost'));
    }
  };
