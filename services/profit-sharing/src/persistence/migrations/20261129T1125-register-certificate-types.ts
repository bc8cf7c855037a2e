import { tenantTable } from '@ayni/database/tenant-table';
import { RECORDED_COLUMNS } from '@ayni/facts/recorded.entity';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Types of certificates, and resolutions that change what one is worth; certificates of before are of no type. */
export class RegisterCertificateTypes1795951500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE TABLE certificate_types (
         ${RECORDED_COLUMNS},
         code text NOT NULL,
         name text NOT NULL,
         value text NOT NULL,
         minimum int NOT NULL CHECK (minimum > 0),
         holders text NOT NULL CHECK (holders IN ('members', 'households', 'anybody')),
         resolution text,
         value_from date,
         retired_on date,
         version int NOT NULL DEFAULT 1,
         PRIMARY KEY (coop_id, code),
         FOREIGN KEY (coop_id, resolution) REFERENCES resolutions
       )`,
      ...tenantTable('profit-sharing', 'certificate_types', [
        'UPDATE (name, value, minimum, holders, resolution, value_from, retired_on, version)',
      ]),
      `ALTER TABLE certificates ADD COLUMN type text,
         ADD FOREIGN KEY (coop_id, type) REFERENCES certificate_types`,
      'CREATE INDEX certificates_by_type ON certificates (coop_id, type, member) WHERE type IS NOT NULL',
      `ALTER TABLE resolution_covers ADD COLUMN certificate_type text NOT NULL DEFAULT ''`,
      'ALTER TABLE resolution_covers DROP CONSTRAINT resolution_covers_pkey',
      `ALTER TABLE resolution_covers
         ADD PRIMARY KEY (coop_id, resolution, kind, season, fingerprint, fund, certificate_type)`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('of which type certificates are would be forgotten'));
  }
}
