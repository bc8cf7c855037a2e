import { ROLES, type Role } from '@ayni/http/auth/principal';
import { Option } from 'commander';
import { DATA_OPTION, type AddCommand, type OpsContext } from './ops-context.js';
import { withSystem } from './open-system.js';

type NameOptions = { data?: string; coop: string; user: string; roles?: Role[]; reason: string };

/** `officer name`: where a co-op has nobody who could confirm an officer, at the operator's word, in its trail. */
export const addOfficer: AddCommand = (program, context) => {
  program
    .command('officer')
    .description('who holds an office of a co-op')
    .command('name')
    .description('confirm what waits for a user, or give her roles, where no second officer can')
    .requiredOption('--coop <code>', 'the code of her co-op')
    .requiredOption('--user <name>', 'the name by which she signs in')
    .addOption(new Option('--roles <roles...>', 'the roles that she is to have').choices(ROLES))
    .requiredOption('--reason <text>', 'why, for the trail of the co-op')
    .option(...DATA_OPTION)
    .action((options: NameOptions) => name(options, context));
};

async function name({ data, coop, user, roles = undefined, reason }: NameOptions, context: OpsContext): Promise<void> {
  const { nameOfficer } = await import('@ayni/members');
  await withSystem({ data }, context, (system) =>
    nameOfficer(system.url('members', 'operator'), { coop, user, roles: roles ?? null, reason }),
  );
  console.log(context.say('officerNamed', { coop, user }));
}
