import type { ServiceName } from '@ayni/contracts';
import type { Inbox, InboxState } from '@ayni/messaging/inbox/inbox';
import type { ServiceDefinition } from '@ayni/service-kit/definition';
import { withInbox } from '@ayni/service-kit/open-inbox';
import type pg from '@ayni/database/driver';
import { connected } from '../connect.js';
import type { System } from '../open-system.js';
import { sourcesOf } from '../sources.js';
import { readLog } from './read-log.js';

/** What came of delivering a log again. */
export type Redelivered = {
  readonly source: ServiceName;
  /** Where it began: earlier than was asked where the service lacked an earlier event. */
  readonly from: bigint;
  /** How many events of the types that the service declares. */
  readonly read: number;
  /** How many of them it had already, whatever their state. */
  readonly had: number;
  /** What has become of those that it lacked. */
  readonly applied: number;
  readonly waiting: number;
  readonly parked: number;
};

const LOOK_MAX = 5_000;

/**
 * Gives a service everything once more that it listens to, from a position of each log on: what it lacked is applied,
 * what it has is passed over. The service may run meanwhile. A log begins no later than at the first event that the
 * service lacks, since what comes after that in the same aggregate must not be applied before it.
 */
export function redeliver(
  system: System,
  definition: ServiceDefinition,
  from: bigint,
  signal: AbortSignal,
): Promise<readonly Redelivered[]> {
  const { name: service } = definition;
  return withInbox(definition, system.url(service, 'runtime'), signal, async (inbox) => {
    const done: Redelivered[] = [];
    for (const source of sourcesOf(inbox.types))
      done.push(
        await connected(system.url(service, 'operator'), (memory) =>
          connected(system.url(source, 'relay'), (log) => redeliverLog(log, memory, source, { inbox, from, signal })),
        ),
      );
    return done;
  });
}

type Task = { readonly inbox: Inbox; readonly from: bigint; readonly signal: AbortSignal };

async function redeliverLog(
  log: pg.Client,
  memory: pg.Client,
  source: ServiceName,
  { inbox, from: asked, signal }: Task,
): Promise<Redelivered> {
  const from = await firstLacking(log, memory, inbox, asked);
  const counts = { read: 0, had: 0, applied: 0, waiting: 0, parked: 0 };
  for await (const batch of readLog(log, source, inbox.types, from)) {
    signal.throwIfAborted();
    const ids = batch.map(({ event }) => event.id);
    const had = await statesOf(memory, inbox.consumer, ids);
    const lacking = batch.filter(({ event }) => !had.has(event.id));
    counts.read += batch.length;
    counts.had += had.size;
    if (lacking.length === 0) continue;
    await inbox.take(lacking);
    const states = await statesOf(
      memory,
      inbox.consumer,
      lacking.map(({ event }) => event.id),
    );
    for (const state of states.values()) if (state !== 'dropped') counts[state]++;
  }
  return { source, from, ...counts };
}

/** The position of the first event before `from` that the consumer lacks, else `from`. */
async function firstLacking(log: pg.Client, memory: pg.Client, inbox: Inbox, from: bigint): Promise<bigint> {
  for (let after = 0n; ;) {
    const { rows } = await log.query<{ event_id: string; position: bigint }>(
      `SELECT event_id, position FROM outbox WHERE position > $1 AND position < $2 AND type = ANY($3)
       ORDER BY position LIMIT ${LOOK_MAX}`,
      [after, from, [...inbox.types]],
    );
    const had = await statesOf(
      memory,
      inbox.consumer,
      rows.map(({ event_id }) => event_id),
    );
    const lacking = rows.find(({ event_id }) => !had.has(event_id));
    if (lacking) return lacking.position;
    const last = rows.at(-1);
    if (!last || rows.length < LOOK_MAX) return from;
    after = last.position;
  }
}

/** The states of those of the events that the consumer has. */
async function statesOf(memory: pg.Client, consumer: string, ids: readonly string[]): Promise<Map<string, InboxState>> {
  const { rows } = await memory.query<{ event_id: string; state: InboxState }>(
    'SELECT event_id, state FROM inbox WHERE consumer = $1 AND event_id = ANY($2::uuid[])',
    [consumer, ids],
  );
  return new Map(rows.map(({ event_id, state }) => [event_id, state]));
}
