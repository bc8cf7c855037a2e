import { SERVICES } from '@ayni/contracts';
import { prepareDatabase } from '@ayni/postgres';
import { dataFolder } from '../config.js';
import { Complaint } from './complaint.js';
import { DATA_OPTION, type AddCommand, type Desk } from './desk.js';
import { addressOf, passwordsFile, readPasswords } from './reach-system.js';

/** `prepare`: what a server needs before services that are processes of their own can start on it. */
export const addPrepare: AddCommand = (program, desk) => {
  program
    .command('prepare')
    .description('make the databases and roles of the services on the server of DATABASE_URL, or mend them')
    .option(...DATA_OPTION)
    .action((options: { data?: string }) => prepare(options, desk));
};

/** The roles get the passwords that the services read in the folder's secrets; nothing is made before all are found. */
async function prepare({ data }: { data?: string }, { say, databaseUrl }: Desk): Promise<void> {
  if (databaseUrl === undefined) throw new Complaint('noServer');
  const folder = dataFolder(data, 'cluster');
  const known = await readPasswords(folder);
  const passwords = SERVICES.map((service) => {
    const found = known.get(service);
    if (!found) throw new Complaint('notFound', { path: passwordsFile(folder, service) });
    return [service, found] as const;
  });
  for (const [service, found] of passwords) await prepareDatabase(addressOf(databaseUrl, 'postgres'), service, found);
  console.log(say('prepared', { count: String(passwords.length) }));
}
