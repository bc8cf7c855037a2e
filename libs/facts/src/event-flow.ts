import type { BooksReport, ServiceName, UnfinishedThing } from '@ayni/contracts';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';

const DROPS_MAX = 100;

const flow = statement(
  'flow of co-op',
  `SELECT
     (SELECT count(*)::int FROM outbox WHERE coop_id = current_setting('app.coop')::uuid
        AND position IS NULL AND type NOT LIKE '%.books-closed.%' AND type NOT LIKE '%.books-unfinished.%') AS unpublished,
     count(*) FILTER (WHERE state = 'parked')::int AS parked,
     count(*) FILTER (WHERE state = 'waiting')::int AS waiting,
     count(*) FILTER (WHERE state = 'dropped')::int AS dropped,
     (SELECT json_agg(d) FROM (
        SELECT type, aggregate, COALESCE(reason, '') AS reason FROM inbox
        WHERE coop_id = current_setting('app.coop')::uuid AND state = 'dropped'
        ORDER BY arrived_at, event_id LIMIT ${DROPS_MAX}) AS d) AS drops
   FROM inbox WHERE coop_id = current_setting('app.coop')::uuid AND state <> 'applied'`,
);

/** What of a co-op's events is under way in a service, or stuck. */
export type EventFlow = Pick<BooksReport, 'unpublished' | 'parked' | 'waiting' | 'dropped'> & {
  readonly drops: NonNullable<BooksReport['drops']> | null;
};

export const eventFlow = (tx: Transaction): Promise<EventFlow> => tx.one<EventFlow>(flow);

/** Events that a service has yet to apply, as unfinished things. */
export function unappliedEvents(service: ServiceName, { parked, waiting }: EventFlow): readonly UnfinishedThing[] {
  const found = [
    { kind: 'parked-events', records: parked },
    { kind: 'waiting-events', records: waiting },
  ] as const;
  return found
    .filter(({ records }) => records > 0)
    .map((events) => ({ ...events, of: service, sum: String(events.records) }));
}
