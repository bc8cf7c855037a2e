import type { ServiceName } from '@ayni/contracts';
import { DATA_OPTION, JSON_OPTION, type AddCommand, type SystemOptions } from './ops-context.js';
import { SERVICE_FLAGS, serviceNamed } from './service-option.js';

type Options = SystemOptions & { readonly service?: ServiceName };

/** `parked`: the events that services could not apply, and bytes that are no event. */
export const addParked: AddCommand = (program, context) => {
  const parked = program
    .command('parked')
    .description('what could not be applied: look at it, try it again, give it up');
  parked
    .command('list')
    .description('all that is parked')
    .option(SERVICE_FLAGS, 'only of this service', serviceNamed)
    .option(...DATA_OPTION)
    .option(...JSON_OPTION)
    .action(async (options: Options) => (await import('./parked/list-parked.js')).listParked(options, context));
  parked
    .command('show')
    .description('the whole of it, why it is parked, and what is behind it')
    .argument('<id>', 'of an event; of a record: topic/partition/offset')
    .option(SERVICE_FLAGS, 'only in this service', serviceNamed)
    .option(...DATA_OPTION)
    .option(...JSON_OPTION)
    .action(async (id: string, options: Options) =>
      (await import('./parked/show-parked.js')).showParked(id, options, context),
    );
  parked
    .command('replay')
    .description('try again, with all that is parked of the same aggregate, in order; status 1 where one fails again')
    .argument('[id]', 'of an event')
    .option('--all', 'all that is parked')
    .option(SERVICE_FLAGS, 'only in this service', serviceNamed)
    .option(...DATA_OPTION)
    .option(...JSON_OPTION)
    .action(async (id: string | undefined, options: Options & { all?: true }) =>
      (await import('./parked/replay-parked.js')).replayParked(id, options, context),
    );
  parked
    .command('drop')
    .description('give up for good; what is behind it stays parked until it is replayed')
    .argument('<id>', 'of an event; of a record: topic/partition/offset')
    .requiredOption('--reason <text>', 'why; the closing of the season shows it')
    .option(SERVICE_FLAGS, 'in this service', serviceNamed)
    .option(...DATA_OPTION)
    .option(...JSON_OPTION)
    .action(async (id: string, options: Options & { reason: string }) =>
      (await import('./parked/drop-parked.js')).dropParked(id, options, context),
    );
};
