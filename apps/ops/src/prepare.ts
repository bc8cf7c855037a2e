import { SERVICES, type ServiceName } from '@ayni/contracts';
import { prepareDatabase } from '@ayni/database/prepare-database';
import type { ServicePasswords } from '@ayni/database/roles';
import { Secrets } from '@ayni/secrets/secrets';
import { dataFolder } from './config.js';
import { Complaint } from './complaint.js';
import { DATA_OPTION, type AddCommand, type OpsContext } from './ops-context.js';
import { addressOf } from './open-system.js';

/** `prepare`: what a server needs before services that are processes of their own can start on it. */
export const addPrepare: AddCommand = (program, context) => {
  program
    .command('prepare')
    .description('make the databases and roles of the services on the server of DATABASE_URL, or mend them')
    .option(...DATA_OPTION)
    .action((options: { data?: string }) => prepare(options, context));
};

/** The roles get the passwords that the services read in the folder's secrets; nothing is made before all are found. */
async function prepare({ data }: { data?: string }, { say, databaseUrl }: OpsContext): Promise<void> {
  if (databaseUrl === undefined) throw new Complaint('noServer');
  const secrets = Secrets.of(dataFolder(data, 'cluster'));
  const passwords = new Map<ServiceName, ServicePasswords>();
  for (const service of SERVICES) {
    const found = await secrets.findPasswords(service);
    if (!found) throw new Complaint('notFound', { path: secrets.passwordsFile(service) });
    passwords.set(service, found);
  }
  for (const [service, found] of passwords) await prepareDatabase(addressOf(databaseUrl, 'postgres'), service, found);
  console.log(say('prepared', { count: String(passwords.size) }));
}
