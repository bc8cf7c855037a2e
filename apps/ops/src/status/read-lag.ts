import type { ServiceName } from '@ayni/contracts';
import { lagOver, type Lag } from '@ayni/messaging/carrier/kafka.lag';
import { connected } from '../connect.js';
import { findKafka } from '../find-kafka.js';
import type { System } from '../open-system.js';
import { sourcesOf } from '../sources.js';

/** A lag by source; undefined where nobody can say it. */
export type Lags = ReadonlyMap<string, Lag> | undefined;

/**
 * How far a consumer is behind in what others wrote: by its own positions in their logs, or by its group's offsets
 * where a broker carries the events.
 * @param types the event types that it declares
 * @param positions by source, up to where it has read
 * @param overdueSeconds how long an event may wait without being overdue
 * @param kafka what the environment says of the broker
 */
export async function readLag(
  system: System,
  service: ServiceName,
  types: ReadonlySet<string>,
  positions: ReadonlyMap<string, bigint>,
  overdueSeconds: number,
  kafka: NodeJS.ProcessEnv,
): Promise<Lags> {
  if (system.form === 'cluster') {
    const settings = await findKafka(system.folder, service, kafka);
    if (!settings) return undefined;
    return lagOver(settings, service, types, Date.now() - overdueSeconds * 1_000).catch(() => undefined);
  }
  const lags = new Map<string, Lag>();
  for (const source of sourcesOf(types)) {
    const lag = await connected(system.url(source, 'operator'), (client) =>
      client.query<{ events: number; oldest: number }>('SELECT events, oldest FROM log_after($1, $2)', [
        positions.get(source) ?? 0n,
        [...types],
      ]),
    ).catch(() => undefined);
    const [row] = lag?.rows ?? [];
    if (!row) return undefined;
    lags.set(source, { events: row.events, overdue: row.oldest > overdueSeconds });
  }
  return lags;
}
