import type { ServiceName } from '@ayni/contracts';
import { parseCoopId, type Language } from '@ayni/kernel';
import { newCommandId } from '@ayni/database/new-id';
import type { Inbox } from '@ayni/messaging/inbox/inbox';
import { withInbox } from '@ayni/service-kit/open-inbox';
import type { Say } from '../translations.js';
import { answer, endAsWrong } from '../answer.js';
import { Complaint } from '../complaint.js';
import { coopNames } from '../coop-codes.js';
import { definitionAlone } from '../definitions-alone.js';
import type { OpsContext, SystemOptions } from '../ops-context.js';
import { withSystem, type System } from '../open-system.js';
import { readAggregate, type InAggregate, type AggregateKey } from './aggregate.js';
import { eventsIn, findParked, type ParkedEvent } from './find-parked.js';

type Options = SystemOptions & { readonly all?: true; readonly service?: ServiceName };

/** `parked replay`: tries again what is parked, each aggregate in order; what fails again stays parked. */
export async function replayParked(id: string | undefined, options: Options, context: OpsContext): Promise<void> {
  const { data, json, all, service } = options;
  if ((id === undefined) !== (all === true)) throw new Complaint('idOrAll');
  await withSystem({ data }, context, async (system) => {
    const found = await findParked(system, { service, id }, context.language);
    if (id !== undefined && found.some(({ kind }) => kind === 'record')) throw new Complaint('noEventToReplay', { id });
    const name = await coopNames(system);
    const replayed: Replayed[] = [];
    for (const [consumer, events] of byService(eventsIn(found)))
      replayed.push(...(await replayIn(system, consumer, events, context)));
    const told = replayed.map((one) => ({ ...one, coop: name(one.coop) }));
    answer({ replayed: told }, json, () =>
      told.length === 0 ? [context.say('nothingParked')] : told.flatMap((one) => linesOf(one, context.say)),
    );
    endAsWrong(replayed.some(({ events }) => events.some(({ state }) => state === 'parked')));
  });
}

/** An aggregate that was tried again, and what has become of its parked events. */
type Replayed = AggregateKey & { readonly events: readonly InAggregate[] };

async function replayIn(
  system: System,
  service: ServiceName,
  parked: readonly ParkedEvent[],
  { language, signal }: Pick<OpsContext, 'language' | 'signal'>,
): Promise<Replayed[]> {
  const runtime = system.url(service, 'runtime');
  return withInbox(await definitionAlone(service), runtime, signal, async (inbox) => {
    const replayed: Replayed[] = [];
    for (const key of keysOf(parked)) {
      signal.throwIfAborted();
      replayed.push(await replayOne(system, key, inbox, language));
    }
    return replayed;
  });
}

async function replayOne(system: System, key: AggregateKey, inbox: Inbox, language: Language): Promise<Replayed> {
  const before = await readAggregate(system, key, language);
  const ids = before.flatMap(({ id, state }) => (state === 'parked' ? [id] : []));
  await inbox.replay(parseCoopId(key.coop), newCommandId(), key.aggregate);
  const after = await readAggregate(system, key, language, ids);
  return { ...key, events: after.filter(({ id }) => ids.includes(id)) };
}

function byService(events: readonly ParkedEvent[]): Map<ServiceName, ParkedEvent[]> {
  const services = new Map<ServiceName, ParkedEvent[]>();
  for (const event of events) services.set(event.service, [...(services.get(event.service) ?? []), event]);
  return services;
}

/** Each aggregate once, in the order in which they were parked. */
function keysOf(events: readonly ParkedEvent[]): Iterable<AggregateKey> {
  const keys = new Map(
    events.map(({ service, coop, aggregate }) => [`${coop} ${aggregate}`, { service, coop, aggregate }]),
  );
  return keys.values();
}

const SAID = { applied: 'nowApplied', waiting: 'nowWaiting', parked: 'failedAgain', dropped: 'isDropped' } as const;

const linesOf = ({ service, coop, aggregate, events }: Replayed, say: Say): string[] => [
  `${service}  ${coop}  ${aggregate}`,
  ...events.map(({ id, type, seq, state, reason }) => {
    const why = state === 'parked' && reason !== null ? `: ${reason}` : '';
    return `  ${seq}  ${type}  ${id}  ${say(SAID[state])}${why}`;
  }),
];
