import type { ServiceName } from '@ayni/contracts';
import type { CoopId } from '@ayni/kernel';
import type { Arrival } from '@ayni/messaging/inbox/arrival';
import { LOGGED_COLUMNS, toCloudEvent, type LoggedEvent } from '@ayni/messaging/outbox/logged-event';
import type pg from '@ayni/database/driver';

const BATCH_MAX = 500;

/**
 * A service's log from a position on, as a carrier would bring it, in batches.
 * @param client a connection of the service's relay role, which sees the log of all co-ops
 * @param types what the consumer declares; the rest is left out
 * @param coop whose events alone; of all co-ops where left out
 */
export async function* readLog(
  client: pg.Client,
  source: ServiceName,
  types: ReadonlySet<string>,
  from: bigint,
  coop?: CoopId,
): AsyncGenerator<readonly Arrival[]> {
  for (let position = from; ;) {
    const { rows } = await client.query<LoggedEvent>(
      `SELECT ${LOGGED_COLUMNS} FROM outbox WHERE position >= $1 AND type = ANY($2)
         AND ($3::uuid IS NULL OR coop_id = $3) ORDER BY position LIMIT ${BATCH_MAX}`,
      [position, [...types], coop ?? null],
    );
    if (rows.length > 0) yield rows.map((row) => ({ source, position: row.position, event: toCloudEvent(row) }));
    const last = rows.at(-1);
    if (!last || rows.length < BATCH_MAX) return;
    position = last.position + 1n;
  }
}
