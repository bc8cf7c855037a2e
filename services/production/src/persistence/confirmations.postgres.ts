import { ConfirmationsPort, type Confirmation } from '../domain/confirmations.port.js';
import type { Transaction } from '@ayni/database/transaction';
import { ConfirmationEntity } from './confirmation.entity.js';

export class PostgresConfirmations extends ConfirmationsPort {
  async add(tx: Transaction, records: readonly Confirmation[], by: string): Promise<ReadonlySet<string>> {
    // in one order, so that two who confirm the same records wait for each other and not crosswise
    const rows = records
      .toSorted((a, b) => (a.code < b.code ? -1 : 1))
      .map((record) => ({ ...record, confirmedBy: by, confirmedAt: tx.now.toISOString() }));
    const inserted = await tx.insert(ConfirmationEntity, rows, { onConflict: 'nothing', returning: 'code' });
    return new Set(inserted.map(String));
  }
}
