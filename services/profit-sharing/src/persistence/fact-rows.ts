import type { Transaction } from '@ayni/database/transaction';
import type { FactEntity } from '@ayni/facts/fact.entity';
import type { Recorded } from '../domain/money-facts.port.js';

/** Who entered a fact when, and the hash of what she sent. */
export const factColumns = (
  tx: Transaction,
  { digest, by }: Recorded<unknown>,
): Pick<FactEntity, 'digest' | 'recordedBy' | 'recordedAt'> => ({
  digest,
  recordedBy: by,
  recordedAt: tx.now.toISOString(),
});

/** The facts whose rows went in. */
export function freshOf<Fact extends { readonly code: string }>(
  facts: readonly Recorded<Fact>[],
  rows: readonly { readonly code: string }[],
): Fact[] {
  const codes = new Set(rows.map(({ code }) => code));
  return facts.map(({ fact }) => fact).filter(({ code }) => codes.has(code));
}
