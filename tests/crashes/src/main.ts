import { randomInt } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { SERVICES } from '@ayni/contracts';
import { Command, InvalidArgumentError } from 'commander';
import { endure } from './endure.js';

/** A round of kills for so many events. */
const EVENTS_PER_ROUND = 25_000;

const wholeOf = (text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('not a whole number');
  return Number(text);
};

/** One line of a table. */
const flat = ({ gramsSold, gramsLeft, ...rest }: { gramsSold: object; gramsLeft: object }): object => ({
  ...rest,
  gramsSold: Object.values(gramsSold).join(' '),
  gramsLeft: Object.values(gramsLeft).join(' '),
});

await new Command('endure')
  .description(
    'Sell over Kafka while every process is killed again and again, and hold logs, inboxes and sums together',
  )
  .option('--events <number>', 'how many events have to be written', wholeOf, 100_000)
  .option('--seed <number>', 'which order and moments of the kills', wholeOf)
  .action(async ({ events, seed = randomInt(1_000_000) }: { events: number; seed?: number }) => {
    console.log(`seed ${seed}`);
    const rounds = Math.max(1, Math.round(events / EVENTS_PER_ROUND));
    const { flow, sums, kills, seconds } = await endure({ events, rounds, seed, tell: (line) => console.log(line) });
    console.table(
      Object.fromEntries(SERVICES.map((name) => [name, { written: flow.written[name], applied: flow.applied[name] }])),
    );
    console.table({ held: flat(sums.held), due: flat(sums.due) });
    const flaws = [
      ...flow.flaws,
      ...(isDeepStrictEqual(sums.held, sums.due) ? [] : ['The sums are not what was sold']),
    ];
    const total = Object.values(flow.written).reduce((sum, count) => sum + count, 0);
    console.log(
      `${total} events, ${kills.length} kills, ${seconds.selling} s of selling, ${seconds.settling} s until quiet, seed ${seed}: ` +
        (flaws.length === 0 ? 'nothing lost, nothing doubled, all in order' : `${flaws.length} flaws`),
    );
    for (const flaw of flaws) console.error(flaw);
    process.exitCode = flaws.length === 0 ? 0 : 1;
  })
  .parseAsync();
