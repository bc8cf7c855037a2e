import type { CloudEvent } from '@ayni/contracts';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { LOGGED_COLUMNS, toCloudEvent, type LoggedEvent } from './logged-event.js';

// Of each type by itself, in the order of its own index: however rare a type is, nothing between two of its events is read.
const read = statement(
  'outbox feed',
  `WITH places AS (
     SELECT position FROM unnest($2::text[]) AS wanted (type) CROSS JOIN LATERAL (
       SELECT position FROM outbox
       WHERE coop_id = current_setting('app.coop')::uuid AND outbox.type = wanted.type
         AND position > $1 AND position <= (SELECT sent FROM relay_mark)
       ORDER BY position LIMIT $3) AS of_type
     ORDER BY position LIMIT $3
   )
   SELECT ${LOGGED_COLUMNS} FROM outbox WHERE position IN (SELECT position FROM places) ORDER BY position`,
);

const readMark = statement('outbox mark', 'SELECT sent FROM relay_mark');

/** An event with the position at which somebody who read it goes on. */
export type FedEvent = { readonly position: bigint; readonly event: CloudEvent };

/**
 * The events of some types of the transaction's co-op after a position, in order; only the relay gives positions, so that
 * none can turn up behind the cursor.
 * @returns as `next` from where to go on: at the end, that of the whole log
 */
export async function readFeed(
  tx: Transaction,
  after: bigint,
  types: readonly string[],
  limit: number,
): Promise<{ events: readonly FedEvent[]; next: bigint }> {
  // the mark first: whatever is logged between the two reads lies behind it
  const sent = await endOfFeed(tx);
  const rows = await tx.query<LoggedEvent>(read, [after, types, limit]);
  const last = rows.at(-1)?.position ?? after;
  return {
    events: rows.map((row) => ({ position: row.position, event: toCloudEvent(row) })),
    // at the end of its own events a co-op goes on from the end of the log, however many others there are
    next: rows.length === limit || last > sent ? last : sent,
  };
}

/** The position of the last event that anybody can read. */
export async function endOfFeed(tx: Transaction): Promise<bigint> {
  return (await tx.one<{ sent: bigint }>(readMark)).sent;
}
