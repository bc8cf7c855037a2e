import { ConfirmationsPort } from '../domain/confirmations.port.js';
import type { Transaction } from '@ayni/database/transaction';
import { ConfirmationEntity } from './confirmation.entity.js';

export class PostgresConfirmations extends ConfirmationsPort {
  async add(tx: Transaction, codes: readonly string[], by: string): Promise<ReadonlySet<string>> {
    // in one order, so that two who confirm the same records wait for each other and not crosswise
    const rows = [...codes].sort().map((code) => ({ code, confirmedBy: by, confirmedAt: tx.now.toISOString() }));
    const inserted = await tx.insert(ConfirmationEntity, rows, { onConflict: 'nothing', returning: 'code' });
    return new Set(inserted.map(String));
  }
}
