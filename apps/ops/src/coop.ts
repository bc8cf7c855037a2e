import { createInterface } from 'node:readline/promises';
import { SERVICES } from '@ayni/contracts';
import { DATA_OPTION, type AddCommand, type OpsContext } from './ops-context.js';
import { withSystem } from './open-system.js';

type CoopOptions = {
  data?: string;
  code: string;
  name: string;
  currency: string;
  timezone: string;
  user: string;
};

/** `coop create`: another co-op in a system, with its first user. */
export const addCoop: AddCommand = (program, context) => {
  program
    .command('coop')
    .description(`the co-ops of a system (${SERVICES.length} services keep them)`)
    .command('create')
    .description('make a co-op and its first user; the password is asked for, or read from standard input')
    .requiredOption('--code <code>', 'the code by which people sign in')
    .requiredOption('--name <name>', 'its full name')
    .option('--currency <code>', 'ISO 4217', 'BOB')
    .option('--timezone <zone>', 'IANA', 'America/La_Paz')
    .requiredOption('--user <name>', 'its first user: president, treasurer and manager')
    .option(...DATA_OPTION)
    .action((options: CoopOptions) => createCoop(options, context));
};

/** Makes a co-op and its first user; the services hear of it by the event. */
async function createCoop({ data, user, ...coop }: CoopOptions, context: OpsContext): Promise<void> {
  await withSystem({ data }, context, async (system) => {
    const password = await askPassword(user, context);
    const { registerCoop } = await import('@ayni/members');
    const made = await registerCoop(system.url('members', 'operator'), { coop, user: { name: user, password } });
    console.log(context.say('coopMade', { code: coop.code, user, id: made.coop }));
  });
}

/** Asks for what must not stand on a command line; where nobody sits at a terminal, reads one line. */
async function askPassword(user: string, { say }: OpsContext): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdin.isTTY ? process.stderr : undefined });
  try {
    return await lines.question(process.stdin.isTTY ? say('passwordOf', { user }) : '');
  } finally {
    lines.close();
  }
}
