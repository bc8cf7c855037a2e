import type { FactKind } from '@ayni/contracts';
import { standing } from '@ayni/facts/standing';

/** The tables of documents that move a grant, and the column that names it. */
const MOVES = [
  { sum: 'received', kind: 'grant-receipt', table: 'grant_receipts', names: '"grant"' },
  { sum: 'refunded', kind: 'grant-refund', table: 'grant_refunds', names: '"grant"' },
  { sum: 'spent', kind: 'expense', table: 'expenses', names: 'funded_by' },
  { sum: 'written_off', kind: 'grant-write-off', table: 'grant_write_offs', names: '"grant"' },
] as const satisfies readonly { sum: string; kind: FactKind; table: string; names: string }[];

/**
 * `SELECT` of what the documents of the grant `f` that stand come to: received in receipts, refunded, spent, written_off.
 * @param before a parameter: only those of earlier days
 */
export const movedOfGrant = (before?: `$${number}`): string =>
  `SELECT ${MOVES.map(
    ({ sum, kind, table, names }) => `COALESCE((SELECT sum(d.amount) FROM ${table} d
      WHERE d.coop_id = f.coop_id AND d.${names} = f.code AND ${standing(kind, 'd')}
      ${before === undefined ? '' : `AND d.day < ${before}`}), 0)::bigint AS ${sum}`,
  ).join(', ')}`;
