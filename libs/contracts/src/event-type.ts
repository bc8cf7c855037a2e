import type { Static, TSchema } from 'typebox';

/** The five bounded contexts; each writes events under its own name. */
export const SERVICES = ['members', 'production', 'inventory', 'sales', 'profit-sharing'] as const;
export type ServiceName = (typeof SERVICES)[number];

/**
 * Who may read an event: `public` ones hold codes, ids and amounts only and go to the feed and to
 * integrators; `internal` ones (names, totals of care) only the services may read.
 */
export type Audience = 'public' | 'internal';

/** What one kind of event promises: its name and version, whose it is, and the shape of its data. */
export type EventType<Schema extends TSchema = TSchema> = {
  /** `ayni.<service>.<fact>.v<n>` */
  readonly type: string;
  readonly service: ServiceName;
  readonly audience: Audience;
  /** The plural noun of its topic; one aggregate's events stay in order. */
  readonly aggregates: string;
  readonly schema: Schema;
  /** One sentence for the event's page: when it is sent. */
  readonly sentWhen: string;
};

/** The data of an event of type `T`. */
export type DataOf<T extends EventType> = Static<T['schema']>;

/** Declares an event; its name is made from service, fact and version, so that the three cannot differ. */
export function eventType<Schema extends TSchema>(
  service: ServiceName,
  fact: string,
  version: number,
  rest: { audience: Audience; aggregates: string; sentWhen: string; schema: Schema },
): EventType<Schema> {
  return { type: `ayni.${service}.${fact}.v${version}`, service, ...rest };
}

/** The Kafka topic of an event type; internal events have topics of their own. */
export const topicOf = (event: EventType): string =>
  `ayni.${event.service}.${event.aggregates}${event.audience === 'internal' ? '.internal' : ''}`;
