import { createInterface } from 'node:readline/promises';
import { SERVICES } from '@ayni/contracts';
import { Refusal } from '@ayni/kernel';
import { registerCoop } from '@ayni/members';
import { databaseOf, findAddresses, rolesOf } from '@ayni/postgres';
import { Command } from 'commander';
import { dataFolder } from './config.js';

type CoopOptions = {
  data?: string;
  code: string;
  name: string;
  currency: string;
  timezone: string;
  user: string;
};

/** Asks for what must not stand on a command line; where nobody sits at a terminal, reads one line. */
async function askPassword(user: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdin.isTTY ? process.stderr : undefined });
  try {
    return await lines.question(process.stdin.isTTY ? `Contraseña de / password of ${user}: ` : '');
  } finally {
    lines.close();
  }
}

/** Makes a co-op and its first user in a system that runs; its services hear of it by the event. */
async function createCoop({ data, user, ...coop }: CoopOptions): Promise<void> {
  const addresses = await findAddresses(dataFolder(data, 'books'));
  const operatorUrl = addresses.url(databaseOf('members'), rolesOf('members').operator);
  const made = await registerCoop(operatorUrl, { coop, user: { name: user, password: await askPassword(user) } });
  console.log(`Cooperativa / co-op ${coop.code}: ${made.coop}`);
}

const program = new Command('ops').description('What an operator does beside the running system');
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
  .option('--data <folder>', 'where the books are kept (AYNI_DATA)')
  .action(createCoop);

try {
  await program.parseAsync();
} catch (error) {
  console.error(
    error instanceof Refusal ? `${error.code}: ${error.message}` : error instanceof Error ? error.message : error,
  );
  process.exitCode = 1;
}
