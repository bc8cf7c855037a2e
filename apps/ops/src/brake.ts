import { DATA_OPTION, type AddCommand, type OpsContext } from './ops-context.js';
import { withSystem } from './open-system.js';

type LiftOptions = { data?: string; coop: string; user: string };

/** `brake lift`: lets somebody sign in again at once, from wherever she was slowed down. */
export const addBrake: AddCommand = (program, context) => {
  program
    .command('brake')
    .description('what slows down who guesses passwords')
    .command('lift')
    .description('forget what failed in the name of a user, from every address')
    .requiredOption('--coop <code>', 'the code of her co-op')
    .requiredOption('--user <name>', 'the name by which she signs in')
    .option(...DATA_OPTION)
    .action((options: LiftOptions) => lift(options, context));
};

async function lift({ data, coop, user }: LiftOptions, context: OpsContext): Promise<void> {
  await withSystem({ data }, context, async (system) => {
    const { liftBrake } = await import('@ayni/members');
    const addresses = await liftBrake(system.url('members', 'operator'), { coop, user });
    console.log(context.say('brakeLifted', { coop, user, count: String(addresses) }));
  });
}
