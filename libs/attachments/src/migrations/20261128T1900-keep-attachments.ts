import type { ServiceName } from '@ayni/contracts';
import { tenantTable } from '@ayni/database/tenant-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets a service keep files: each once, by the hash of its bytes, and who added it when. */
export function keepAttachments(service: ServiceName): new () => MigrationInterface {
  return class KeepAttachments1795892400000 implements MigrationInterface {
    async up(runner: QueryRunner): Promise<void> {
      const statements = [
        `CREATE TABLE attachments (
           coop_id uuid NOT NULL,
           hash text COLLATE "C" NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
           type text NOT NULL,
           bytes int NOT NULL CHECK (bytes > 0),
           content bytea NOT NULL,
           PRIMARY KEY (coop_id, hash)
         )`,
        // photos are compressed already
        'ALTER TABLE attachments ALTER COLUMN content SET STORAGE EXTERNAL',
        ...tenantTable(service, 'attachments'),
        `CREATE TABLE attachment_additions (
           coop_id uuid NOT NULL,
           added_by text NOT NULL,
           hash text COLLATE "C" NOT NULL,
           added_at timestamptz NOT NULL,
           PRIMARY KEY (coop_id, hash, added_by),
           FOREIGN KEY (coop_id, hash) REFERENCES attachments (coop_id, hash)
         )`,
        'CREATE INDEX attachment_additions_by_day ON attachment_additions (coop_id, added_by, added_at)',
        ...tenantTable(service, 'attachment_additions'),
      ];
      for (const statement of statements) await runner.query(statement);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query('DROP TABLE attachment_additions');
      await runner.query('DROP TABLE attachments');
    }
  };
}
