import { statement } from '../database/statement.js';
import type { Transaction } from '../database/transaction.js';

const append = statement(
  'append to outbox',
  `INSERT INTO outbox (coop_id, event_id, aggregate, seq, type, command_id, occurred_at, data)
   SELECT $1, e, a, s, t, c, $2, d::json
   FROM unnest($3::uuid[], $4::text[], $5::int[], $6::text[], $7::uuid[], $8::text[]) AS rows (e, a, s, t, c, d)`,
);

/** The arrays that the outbox is appended from, one per column. */
export function outboxArrays({ outbox }: Transaction): unknown[][] {
  return [
    outbox.map((row) => row.eventId),
    outbox.map((row) => row.aggregate),
    outbox.map((row) => row.seq),
    outbox.map((row) => row.type),
    outbox.map((row) => row.commandId),
    outbox.map((row) => row.data),
  ];
}

/** Writes what the transaction published, in order, and empties the list. */
export async function flushOutbox(tx: Transaction): Promise<void> {
  if (tx.outbox.length === 0) return;
  await tx.query(append, [tx.coop, tx.now.toISOString(), ...outboxArrays(tx)]);
  tx.outbox.length = 0;
}
