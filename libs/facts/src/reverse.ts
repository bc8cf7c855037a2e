import { Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { ReversalEntity } from './reversal.entity.js';

/** Why a fact is taken back, and by whom. */
export type Reversal = { readonly code: string; readonly reason: string; readonly by: string };

/** Takes a fact back. @throws Refusal `already-reversed` */
export async function reverseFact(tx: Transaction, kind: string, { code, reason, by }: Reversal): Promise<void> {
  const row = { kind, code, reason, reversedBy: by, reversedAt: tx.now.toISOString() };
  const inserted = await tx.insert(ReversalEntity, [row], { onConflict: 'nothing', returning: 'code' });
  if (inserted.length === 0) throw new Refusal('already-reversed', '', { code });
}
