import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ServiceName } from '@ayni/contracts';
import { fieldOf } from '@ayni/kernel';
import type { DataSource } from 'typeorm';

type Flow = { waiting: number; oldest: number; parked: number };

/** What an operator watches of one service. */
export class Metrics {
  readonly registry = new Registry();
  readonly requests: Histogram<'method' | 'route' | 'status'>;
  readonly applied: Counter<'source'>;
  readonly passedOver: Counter;

  constructor(
    service: ServiceName,
    flow: () => Promise<Flow>,
    lag: () => Promise<ReadonlyMap<string, number>>,
    toLookAt: () => number,
  ) {
    this.registry.setDefaultLabels({ service });
    const registers = [this.registry];
    this.requests = new Histogram({
      name: 'ayni_http_request_seconds',
      help: 'time from request to answer',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    });
    this.applied = new Counter({
      name: 'ayni_events_applied_total',
      help: 'events applied',
      labelNames: ['source'],
      registers,
    });
    this.passedOver = new Counter({
      name: 'ayni_events_passed_over_total',
      help: 'events of types or versions that the service does not declare',
      registers,
    });
    const oldest = new Gauge({
      name: 'ayni_outbox_oldest_seconds',
      help: 'age of the oldest unpublished event',
      registers,
    });
    const parked = new Gauge({ name: 'ayni_inbox_parked', help: 'events that an operator must look at', registers });
    new Gauge({
      name: 'ayni_outbox_waiting',
      help: 'events that the relay has not handed on yet',
      registers,
      async collect() {
        const now = await flow();
        this.set(now.waiting);
        oldest.set(now.oldest);
        parked.set(now.parked);
      },
    });
    new Gauge({
      name: 'ayni_books_to_look_at',
      help: 'co-ops in which something changed, and whose list of what is unfinished is still to be looked at',
      registers,
      collect() {
        this.set(toLookAt());
      },
    });
    new Gauge({
      name: 'ayni_consumer_lag',
      help: 'positions between the end of a log and what was applied',
      labelNames: ['source'],
      registers,
      async collect() {
        for (const [source, behind] of await lag()) this.set({ source }, behind);
      },
    });
  }
}

/** How much waits in a service's outbox and inbox, over all co-ops. */
export async function readFlow(source: DataSource): Promise<Flow> {
  const rows: unknown = await source.query('SELECT waiting, oldest, parked FROM event_flow()');
  const row: unknown = Array.isArray(rows) ? rows[0] : undefined;
  const number = (key: string): number => Number(fieldOf(row, key) ?? 0);
  return { waiting: number('waiting'), oldest: number('oldest'), parked: number('parked') };
}
