import type { ServiceName } from '@ayni/contracts';
import type { Language } from '@ayni/kernel';
import type { InboxState } from '@ayni/messaging/inbox/inbox';
import { readReason } from '@ayni/messaging/inbox/reason';
import { connected } from '../connect.js';
import type { System } from '../open-system.js';

/** An event of an aggregate as it is in an inbox. */
export type InAggregate = {
  readonly id: string;
  readonly type: string;
  readonly seq: number;
  readonly state: InboxState;
  readonly reason: string | null;
};

/** Which aggregate: the same words may name one of another co-op. */
export type AggregateKey = { readonly service: ServiceName; readonly coop: string; readonly aggregate: string };

/** What a service holds back of an aggregate, and what has become of the events `ids`, in order. */
export function readAggregate(
  system: System,
  { service, coop, aggregate }: AggregateKey,
  language: Language,
  ids: readonly string[] = [],
): Promise<InAggregate[]> {
  return connected(system.url(service, 'operator'), async (client) => {
    const { rows } = await client.query<InAggregate>(
      `SELECT event_id AS id, type, seq, state, reason FROM inbox
       WHERE consumer = $1 AND coop_id = $2 AND aggregate = $3
         AND (state IN ('parked', 'waiting') OR event_id = ANY($4::uuid[]))
       ORDER BY seq, source, position`,
      [service, coop, aggregate, ids],
    );
    return rows.map((row) => ({ ...row, reason: row.reason === null ? null : readReason(row.reason, language) }));
  });
}
