import type { ServiceName } from '@ayni/contracts';
import { connected } from '../connect.js';
import type { System } from '../open-system.js';
import { sourcesOf } from '../sources.js';

/** What a service lacks of what another one wrote, though it should have it by now. */
export type Missing = { readonly source: ServiceName; readonly events: number; readonly from: bigint };

const LOOK_MAX = 10_000;

/**
 * Holds what was written against what was applied, in the databases themselves: no carrier is asked how far it believes
 * to be. An event counts as missing that was written longer ago than `overdueSeconds` and is in no state in the inbox.
 * @param types the event types that the service declares
 */
export async function readMissing(
  system: System,
  service: ServiceName,
  types: ReadonlySet<string>,
  overdueSeconds: number,
): Promise<readonly Missing[]> {
  const all: Missing[] = [];
  for (const source of sourcesOf(types)) {
    const missing = await connected(system.url(source, 'relay'), (log) =>
      connected(system.url(service, 'operator'), async (inbox) => {
        const declared = [...types];
        let [events, from, after] = [0, 0n, 0n];
        for (;;) {
          const { rows: written } = await log.query<{ event_id: string; position: bigint }>(
            `SELECT event_id, position FROM outbox
             WHERE position > $1 AND type = ANY($2) AND occurred_at < now() - $3 * interval '1 s'
             ORDER BY position LIMIT ${LOOK_MAX}`,
            [after, declared, overdueSeconds],
          );
          const last = written.at(-1);
          if (!last) return { source, events, from };
          const { rows: had } = await inbox.query<{ event_id: string }>(
            'SELECT event_id FROM inbox WHERE consumer = $1 AND event_id = ANY($2::uuid[])',
            [service, written.map(({ event_id }) => event_id)],
          );
          const known = new Set(had.map(({ event_id }) => event_id));
          const lacking = written.filter(({ event_id }) => !known.has(event_id));
          events += lacking.length;
          if (from === 0n) from = lacking[0]?.position ?? 0n;
          after = last.position;
        }
      }),
    );
    if (missing.events > 0) all.push(missing);
  }
  return all;
}
