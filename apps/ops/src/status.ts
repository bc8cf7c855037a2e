import { heardBy, SERVICES, type ServiceName } from '@ayni/contracts';
import type { Lag } from '@ayni/messaging/carrier/kafka.lag';
import type { Say } from './translations.js';
import { answer, columns, endAsWrong } from './answer.js';
import { coopNames } from './coop-codes.js';
import { DATA_OPTION, JSON_OPTION, type AddCommand, type OpsContext, type SystemOptions } from './ops-context.js';
import { withSystem } from './open-system.js';
import { readFlow, type Flow, type HeldBack } from './status/read-flow.js';
import { readMissing, type Missing } from './status/read-missing.js';
import { readLag, type Lags } from './status/read-lag.js';

/** How long anything may wait before somebody has to look. */
const OVERDUE_SECONDS = 60;

/** `status`: whether events flow through the whole system, and what is stuck where. */
export const addStatus: AddCommand = (program, context) => {
  program
    .command('status')
    .description('what waits, lags behind or is parked in each service; status 1 where somebody has to look')
    .option(...DATA_OPTION)
    .option(...JSON_OPTION)
    .action((options: SystemOptions) => status(options, context));
};

/** A service as it stands; without a flow, its database did not answer. */
type Standing = {
  readonly service: ServiceName;
  readonly flow: Flow | undefined;
  readonly lags: Lags;
  /** Undefined where a database cannot be asked. */
  readonly missing: readonly Missing[] | undefined;
};

async function status({ data, json }: SystemOptions, context: OpsContext): Promise<void> {
  await withSystem({ data }, context, async (system) => {
    const name = await coopNames(system);
    const all: Standing[] = [];
    for (const service of SERVICES) {
      const flow = await readFlow(system, service).catch(() => undefined);
      const types = new Set(heardBy[service].map(({ type }) => type));
      const lags = flow && (await readLag(system, service, types, flow.positions, OVERDUE_SECONDS, context.kafka));
      const heldBack = flow?.heldBack.map((held) => ({ ...held, coop: name(held.coop) }));
      const missing = await readMissing(system, service, types, OVERDUE_SECONDS).catch(() => undefined);
      all.push({ service, flow: flow && heldBack && { ...flow, heldBack }, lags, missing });
    }
    const troubles = all.flatMap((standing) => troublesOf(standing, context.say));
    answer({ well: troubles.length === 0, form: system.form, services: all.map(toJson), troubles }, json, () => [
      ...table(all, context.say),
      '',
      ...(troubles.length === 0 ? [context.say('allWell')] : troubles),
    ]);
    endAsWrong(troubles.length > 0);
  });
}

/** All that somebody has to look at, a sentence for each. */
function troublesOf({ service, flow, lags, missing }: Standing, say: Say): string[] {
  if (!flow) return [say('serviceAway', { service })];
  const { outbox, heldBack, records } = flow;
  const troubles: string[] = [];
  const tell = (isSo: boolean, sentence: string): void => void (isSo && troubles.push(sentence));
  const seconds = String(outbox.oldestSeconds);
  tell(
    outbox.oldestSeconds > OVERDUE_SECONDS,
    say('outboxStuck', { service, events: String(outbox.waiting), seconds }),
  );
  tell(lags === undefined, say('lagUnknown', { service }));
  for (const [source, { events, overdue }] of lags ?? [])
    tell(overdue, say('lagsBehind', { service, source, events: String(events), seconds: String(OVERDUE_SECONDS) }));
  for (const { source, events, from } of missing ?? [])
    tell(true, say('eventsMissing', { service, source, events: String(events), from: String(from) }));
  for (const { coop, state, events, oldestSeconds } of heldBack) {
    const values = { service, coop, events: String(events), seconds: String(oldestSeconds) };
    tell(state === 'parked', say('eventsParked', values));
    tell(state === 'waiting' && oldestSeconds > OVERDUE_SECONDS, say('eventsWaiting', values));
  }
  tell(records > 0, say('recordsParked', { service, records: String(records) }));
  return troubles;
}

function toJson({ service, flow, lags, missing }: Standing): object {
  if (!flow) return { service, reachable: false };
  const { outbox, heldBack, records } = flow;
  return {
    ...{ service, reachable: true, outbox },
    lag: lags === undefined ? null : Object.fromEntries<Lag>(lags),
    missing: missing === undefined ? null : Object.fromEntries(missing.map(({ source, events }) => [source, events])),
    parked: { events: countOf(heldBack, 'parked'), records },
    waiting: countOf(heldBack, 'waiting'),
    dropped: countOf(heldBack, 'dropped'),
    coops: heldBack,
  };
}

function table(all: readonly Standing[], say: Say): string[] {
  const heads = [
    'service',
    'unsent',
    'sinceSeconds',
    'behind',
    'missing',
    'parked',
    'noEvents',
    'waiting',
    'dropped',
  ] as const;
  return columns([heads.map((head) => say(head)), ...all.map(rowOf)]);
}

function rowOf({ service, flow, lags, missing }: Standing): string[] {
  if (!flow) return [service, ...Array.from({ length: 8 }, () => '?')];
  const { outbox, heldBack, records } = flow;
  const behind = [...(lags ?? [])].filter(([, { events }]) => events > 0);
  return [
    service,
    String(outbox.waiting),
    outbox.waiting === 0 ? '-' : String(outbox.oldestSeconds),
    lags === undefined ? '?' : behind.map(([source, { events }]) => `${source} ${events}`).join(', ') || '0',
    missing === undefined ? '?' : String(missing.reduce((sum, { events }) => sum + events, 0)),
    String(countOf(heldBack, 'parked')),
    String(records),
    String(countOf(heldBack, 'waiting')),
    String(countOf(heldBack, 'dropped')),
  ];
}

const countOf = (held: readonly HeldBack[], state: HeldBack['state']): number =>
  held.reduce((sum, each) => (each.state === state ? sum + each.events : sum), 0);
