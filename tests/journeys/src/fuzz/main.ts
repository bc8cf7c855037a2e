import { randomInt } from 'node:crypto';
import { Command, InvalidArgumentError } from 'commander';
import { SystemProcess } from '@ayni/testing-systems/system-process';
import { ASKERS, matrix } from '../roles/matrix.js';
import { fill, setUp } from '../small-coop.js';
import { COOP, fuzz } from './fuzz.js';

const SIGNS: Readonly<Record<string, string>> = { yes: '●', no: '·' };

const wholeOf = (text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('not a whole number');
  return Number(text);
};

const LAPTOP = { form: 'laptop', environment: { AYNI_PROXIES: '1' } } as const;

/** Prints who may ask what, as a running system answers. */
async function showRoles(): Promise<void> {
  const system = await SystemProcess.start(LAPTOP);
  try {
    const rows = await matrix(system.url, COOP, await fill(await setUp(system, COOP), COOP));
    console.log('P president, T treasurer, M manager, m member, I integrator; * who has not signed in\n\nP T M m I *');
    for (const { route, seen } of rows)
      console.log(`${ASKERS.map((asker) => SIGNS[seen[asker] ?? ''] ?? '?').join(' ')}  ${route}`);
    const differences = rows.flatMap(({ route, differs }) => differs.map((one) => `${route} ${one}`));
    for (const difference of differences) console.error(difference);
    console.log(
      `\n${rows.length} routes, ${rows.length * ASKERS.length} answers, ${differences.length} otherwise than declared`,
    );
    process.exitCode = differences.length === 0 ? 0 : 1;
  } finally {
    await system.remove();
  }
}

const program = new Command('fuzz')
  .description('Ask a running system as nobody should, over every route and over bare sockets, and hold its answers')
  .option('--inputs <number>', 'how many requests', wholeOf, 30_000)
  .option('--seed <number>', 'which ones', wholeOf)
  .action(async ({ inputs, seed = randomInt(1_000_000) }: { inputs: number; seed?: number }) => {
    console.log(`seed ${seed}`);
    const system = await SystemProcess.start(LAPTOP);
    try {
      const { statuses, found, seconds, ...done } = await fuzz(system, {
        inputs,
        seed,
        tell: (line) => console.log(line),
      });
      console.table(statuses);
      for (const { fault, request } of found) console.error(`${fault}\n  ${request}\n`);
      console.log(
        `${done.inputs} inputs in ${seconds} s, seed ${seed}: ${found.length === 0 ? 'no fault' : `${found.length} faults`}`,
      );
      process.exitCode = found.length === 0 ? 0 : 1;
    } finally {
      await system.remove();
    }
  });
program
  .command('roles')
  .description('Print which office may ask which route, as a running system answers')
  .action(showRoles);
await program.parseAsync();
