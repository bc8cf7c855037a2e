import { lockEach } from '@ayni/database/lock-each';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { digestOf, recordRows, refuseTaken } from '@ayni/facts/record';
import { standing } from '@ayni/facts/standing';
import {
  CertificateTypesPort,
  type HeldOfType,
  type KeptCertificateType,
  type NewCertificateType,
} from '../domain/debts/certificate-types.port.js';
import { CertificateTypeEntity } from './certificate-type.entity.js';

const readTypes = statement(
  'types of certificates',
  `SELECT code, name, value, minimum, holders, value_from AS "valueFrom", retired_on AS "retiredOn"
   FROM certificate_types WHERE coop_id = current_setting('app.coop')::uuid AND code = ANY($1)`,
);

const readHeld = statement(
  'certificates held of types',
  `SELECT c.type, c.member, m.household, sum(c.count)::bigint AS count
   FROM certificates c JOIN members m ON m.coop_id = c.coop_id AND m.number = c.member
   WHERE c.coop_id = current_setting('app.coop')::uuid AND c.type = ANY($1) AND ${standing('certificate', 'c')}
     AND NOT EXISTS (SELECT FROM certificate_ends w WHERE w.coop_id = c.coop_id AND w.certificate = c.code)
   GROUP BY c.type, c.member, m.household`,
);

const readHouseholds = statement(
  'households of members',
  `SELECT number, household FROM members WHERE coop_id = current_setting('app.coop')::uuid AND number = ANY($1)`,
);

/** By what one that is registered again is the same. */
const IDENTITY = { key: 'code', says: ['name', 'value', 'minimum', 'holders'] } as const;

/** Types of certificates in PostgreSQL. */
export class PostgresCertificateTypes extends CertificateTypesPort {
  async register(
    tx: Transaction,
    types: readonly NewCertificateType[],
    by: string,
  ): Promise<{ readonly recorded: number; readonly unchanged: number }> {
    const recordedAt = tx.now.toISOString();
    const rows = types.map((type) => ({ ...type, digest: digestOf(type), recordedBy: by, recordedAt }));
    const { fresh, unchanged } = await recordRows(tx, CertificateTypeEntity, rows, IDENTITY);
    return { recorded: fresh.length, unchanged };
  }

  refuseTaken(tx: Transaction, types: readonly NewCertificateType[]): Promise<void> {
    const rows = types.map((type) => ({ ...type, digest: digestOf(type) }));
    return refuseTaken(tx, CertificateTypeEntity, rows, IDENTITY);
  }

  async hold(tx: Transaction, codes: readonly string[]): Promise<ReadonlyMap<string, KeptCertificateType>> {
    if (codes.length === 0) return new Map();
    await lockEach(tx, 'certificate-type', codes);
    const rows = await tx.query<KeptCertificateType>(readTypes, [codes]);
    return new Map(rows.map((type) => [type.code, type]));
  }

  async heldOf(tx: Transaction, types: readonly string[]): Promise<readonly HeldOfType[]> {
    return types.length === 0 ? [] : tx.query<HeldOfType>(readHeld, [types]);
  }

  async householdsOf(tx: Transaction, members: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ number: string; household: string }>(readHouseholds, [members]);
    return new Map(rows.map(({ number, household }) => [number, household]));
  }
}
