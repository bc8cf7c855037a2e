import { withService } from '@ayni/service-kit/open-inbox';
import { answer, endAsWrong } from './answer.js';
import { coopOf } from './coop-codes.js';
import { definitionAlone } from './definitions-alone.js';
import { withSystem } from './open-system.js';
import { DATA_OPTION, JSON_OPTION, type AddCommand, type OpsContext, type SystemOptions } from './ops-context.js';
import type { Say } from './translations.js';
import { verifyFromEvents } from './verify/from-events.js';
import { neverTold, toldOfApproval, type Figure } from './verify/told.js';

type Options = SystemOptions & { readonly coop: string; readonly season: string; readonly fromEvents?: true };

/** From what shares are worked out again. */
type From = 'case' | 'ledger' | 'events' | 'approval' | 'names';

/** Whether shares that are worked out again one way are those that were approved. */
type Way = {
  readonly from: From;
  readonly equal: boolean;
  /** How many figures differ. */
  readonly figures: number;
  /** The first of them. */
  readonly first: Figure | null;
};

type Verified = {
  readonly season: string;
  readonly run: string;
  readonly equal: boolean;
  readonly ways: readonly Way[];
};

/** `verify`: approved shares are worked out again, and the first figure that differs is named. */
export const addVerify: AddCommand = (program, context) => {
  program
    .command('verify')
    .description('work the approved shares of a season out again; status 1, and the first figure, where they differ')
    .requiredOption('--coop <code>', 'the code of the co-op')
    .requiredOption('--season <code>', 'of which season')
    .option('--from-events', 'from the event history as well, replayed into an empty database')
    .option(...DATA_OPTION)
    .option(...JSON_OPTION)
    .action((options: Options) => verify(options, context));
};

async function verify({ data, json, coop: code, season, fromEvents }: Options, context: OpsContext): Promise<void> {
  await withSystem({ data }, context, async (system) => {
    const coop = await coopOf(system, code);
    const definition = await definitionAlone('profit-sharing');
    const { verified } = definition;
    if (!verified) throw new Error('This service shares nothing');
    const url = system.url('profit-sharing', 'runtime');
    const present = await withService(definition, url, context.signal, ({ database, get }) =>
      database.read(coop, (tx) => get(verified.verify).run(tx, season)),
    );
    const { run } = present;
    const ways = [
      wayOf('case', present.frozen.differences),
      wayOf('ledger', present.ledger.differences),
      wayOf('approval', await toldOfApproval(system, coop, present)),
      wayOf('names', await neverTold(system, coop, run)),
    ];
    if (fromEvents === true) {
      const again = await verifyFromEvents(system, definition, verified, { coop, season }, context.signal);
      ways.push(wayOf('events', again.verification.ledger.differences));
    }
    const found: Verified = { season, run, equal: ways.every(({ equal }) => equal), ways };
    answer(found, json, () => linesOf(found, context.say));
    endAsWrong(!found.equal);
  });
}

const wayOf = (from: From, differences: readonly Figure[]): Way => ({
  ...{ from, equal: differences.length === 0, figures: differences.length, first: differences[0] ?? null },
});

const linesOf = ({ season, equal, ways }: Verified, say: Say): string[] => [
  ...ways.map(({ from, figures, first }) => {
    if (first === null) return say(`${from}Holds`);
    const values = { figures: String(figures), figure: first.figure };
    return say(`${from}Differs`, { ...values, approved: first.frozen ?? '—', now: first.now ?? '—' });
  }),
  say(equal ? 'sharesHold' : 'sharesDiffer', { season }),
];
