import type { ServiceName } from '@ayni/contracts';
import { connected } from '../connect.js';
import type { System } from '../open-system.js';

/** What of a co-op is held back in a service's inbox, or was given up. */
export type HeldBack = {
  readonly coop: string;
  readonly state: 'waiting' | 'parked' | 'dropped';
  readonly events: number;
  /** How long ago the first of them came. */
  readonly oldestSeconds: number;
};

/** What flows through a service, and what is stuck in it. */
export type Flow = {
  readonly outbox: { readonly waiting: number; readonly oldestSeconds: number };
  readonly heldBack: readonly HeldBack[];
  /** Bytes that are no event and that nobody has dropped yet. */
  readonly records: number;
  /** By source, the last position whose events the consumer has; empty where a broker keeps its places. */
  readonly positions: ReadonlyMap<string, bigint>;
};

/** Reads with the operator's role, which sees no event's contents but of what is held back. */
export function readFlow(system: System, service: ServiceName): Promise<Flow> {
  return connected(system.url(service, 'operator'), async (client) => {
    const [outbox] = (
      await client.query<{ waiting: number; oldest: number }>('SELECT waiting, oldest FROM event_flow()')
    ).rows;
    const { rows: heldBack } = await client.query<HeldBack>(
      `SELECT coop_id AS coop, state, count(*)::int AS events,
         extract(epoch FROM now() - min(arrived_at))::int AS "oldestSeconds"
       FROM inbox WHERE state <> 'applied' GROUP BY coop_id, state ORDER BY coop_id, state`,
    );
    const { rows: records } = await client.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM parked_records WHERE dropped_at IS NULL',
    );
    const { rows: positions } = await client.query<{ source: string; position: bigint }>(
      'SELECT source, position FROM inbox_positions WHERE consumer = $1',
      [service],
    );
    return {
      outbox: { waiting: outbox?.waiting ?? 0, oldestSeconds: outbox?.oldest ?? 0 },
      heldBack,
      records: records[0]?.count ?? 0,
      positions: new Map(positions.map(({ source, position }) => [source, position])),
    };
  });
}
