import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { recordRows } from '@ayni/facts/record';
import { reverseFact } from '@ayni/facts/reverse';
import type { Care } from '../domain/care.js';
import { CarePort, type CareEntry } from '../domain/care.port.js';
import { CareEntity } from './care.entity.js';

const readCare = statement(
  'read care',
  `SELECT code, day, member, activity, minutes, recorded_by AS "recordedBy"
   FROM care WHERE coop_id = current_setting('app.coop')::uuid AND code = $1`,
);

/** Care records in PostgreSQL; nothing of them is ever published. */
export class PostgresCare extends CarePort {
  async add(tx: Transaction, entries: readonly CareEntry[]): Promise<{ recorded: number; unchanged: number }> {
    const rows = entries.map(({ care, digest, by }) => ({
      ...care,
      digest,
      recordedBy: by,
      recordedAt: tx.now.toISOString(),
    }));
    const { fresh, unchanged } = await recordRows(tx, CareEntity, rows, { key: 'code' });
    return { recorded: fresh.length, unchanged };
  }

  async find(tx: Transaction, code: string): Promise<Care | undefined> {
    const [care] = await tx.query<Care>(readCare, [code]);
    return care;
  }

  reverse(tx: Transaction, { code }: Care, reason: string, by: string): Promise<void> {
    return reverseFact(tx, 'care', { code, reason, by });
  }
}
