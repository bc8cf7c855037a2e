import type { ServiceName } from '@ayni/contracts';
import { InvalidArgumentError } from 'commander';
import type { Say } from './translations.js';
import { answer, columns, endAsWrong } from './answer.js';
import { definitionAlone } from './definitions-alone.js';
import { DATA_OPTION, JSON_OPTION, type AddCommand, type OpsContext, type SystemOptions } from './ops-context.js';
import { withSystem } from './open-system.js';
import { rebuild, type Rebuild } from './replay/rebuild.js';
import { redeliver, type Redelivered } from './replay/redeliver.js';
import { SERVICE_FLAGS, serviceNamed } from './service-option.js';

type Options = SystemOptions & { readonly service: ServiceName; readonly from: bigint };

/** `replay`: a service hears the logs again; then its state is held against one that is built from them. */
export const addReplay: AddCommand = (program, context) => {
  program
    .command('replay')
    .description(
      'give a service its events again, and say whether its state equals a rebuild; status 1 where it does not',
    )
    .requiredOption(SERVICE_FLAGS, 'which', serviceNamed)
    .requiredOption('--from <position>', 'from which position of each log on; 1 is all of it', positionOf)
    .option(...DATA_OPTION)
    .option(...JSON_OPTION)
    .action((options: Options) => replay(options, context));
};

async function replay({ data, json, service, from }: Options, context: OpsContext): Promise<void> {
  await withSystem({ data }, context, async (system) => {
    const definition = await definitionAlone(service);
    const redelivered = await redeliver(system, definition, from, context.signal);
    const rebuilt = await rebuild(system, definition, context);
    answer({ service, redelivered, rebuild: withRows(rebuilt) }, json, () => [
      ...redeliveredLines(redelivered, context.say),
      '',
      ...rebuildLines(rebuilt, service, context.say),
    ]);
    endAsWrong(!rebuilt.equal);
  });
}

/** The same with the rows as what they are, not as text. */
const withRows = ({ compared, ...rest }: Rebuild): object => ({
  ...rest,
  compared: compared.map(({ of, rows, missing, surplus }) => ({
    ...{ of, rows, equal: missing.count + surplus.count === 0 },
    missing: { count: missing.count, first: missing.first.map(parsed) },
    surplus: { count: surplus.count, first: surplus.first.map(parsed) },
  })),
});

const parsed = (text: string): unknown => JSON.parse(text);

function redeliveredLines(logs: readonly Redelivered[], say: Say): string[] {
  const heads = ['log', 'from', 'read', 'had', 'applied', 'waiting', 'parked'] as const;
  return columns([
    heads.map((head) => say(head)),
    ...logs.map(({ source, ...counts }) => [
      source,
      ...[counts.from, counts.read, counts.had, counts.applied, counts.waiting, counts.parked].map(String),
    ]),
  ]);
}

function rebuildLines({ equal, events, compared, notApplied }: Rebuild, service: ServiceName, say: Say): string[] {
  const values = { service, events: String(events) };
  return [
    ...compared.flatMap(({ of, rows, missing, surplus }) => {
      if (missing.count + surplus.count === 0) return [say('sameRows', { of, rows: String(rows) })];
      return [
        say('otherRows', { of, missing: String(missing.count), surplus: String(surplus.count) }),
        ...missing.first.map((row) => `  ${say('onlyNow')}: ${row}`),
        ...surplus.first.map((row) => `  ${say('onlyRebuilt')}: ${row}`),
      ];
    }),
    ...notApplied.map(({ id, type, aggregate, reason }) => say('notRebuilt', { id, type, aggregate, reason })),
    say(equal ? 'rebuiltEqual' : 'rebuiltOther', values),
  ];
}

function positionOf(text: string): bigint {
  if (!/^[1-9]\d{0,17}$/.test(text)) throw new InvalidArgumentError('a position is a whole number from 1 on');
  return BigInt(text);
}
