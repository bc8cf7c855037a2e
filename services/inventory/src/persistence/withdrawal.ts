import type { Insertable } from '@ayni/database/insert';
import type { Transaction } from '@ayni/database/transaction';
import type { ReversalEntity } from '@ayni/facts/reversal.entity';
import type { Withdrawal } from '../domain/harvest.js';

/** The row that nets a fact of another service, which took it back. */
export const reversalRow = (
  tx: Transaction,
  kind: 'harvest' | 'sale',
  service: 'production' | 'sales',
  { code, reason }: Withdrawal,
): Insertable<ReversalEntity> => ({ kind, code, reason, reversedBy: service, reversedAt: tx.now.toISOString() });
