import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Argument, Command, Option } from 'commander';
import { goalText, spreadText, verdict, type Figure } from './figure.js';
import { machine } from './machine/machine.js';
import { PROJECT } from './machine/program.js';
import { page } from './page.js';
import type { Bench, CarrierName, Row } from './row.js';
import { chainRow, kafkaChainRow } from './rows/chain.js';
import { consumerRow, relayRow } from './rows/backlog.js';
import { pagesRow } from './rows/pages.js';
import { refusingRow } from './rows/refusing.js';
import { floodRow } from './rows/flood.js';
import { growthRow } from './rows/growth.js';
import { kafkaLatencyRow, latencyRow } from './rows/latency.js';
import { memoryRow } from './rows/memory.js';
import { papersRow } from './rows/papers.js';
import { scenariosRow } from './rows/scenarios.js';
import { grownRows, seasonRow } from './rows/season.js';
import { crowdRow } from './rows/crowd.js';
import { balancesRow } from './rows/balances.js';
import { runRow } from './rows/run.js';
import { saleRow } from './rows/sale.js';
import { splitRow } from './rows/split.js';
import { startRow } from './rows/start.js';
import { verifyRow } from './rows/verify.js';

const ROWS: readonly Row[] = [
  ...[
    saleRow,
    chainRow,
    latencyRow,
    startRow,
    memoryRow,
    seasonRow,
    splitRow,
    papersRow,
    refusingRow,
    floodRow,
    pagesRow,
    scenariosRow,
    verifyRow,
    balancesRow,
    runRow,
    crowdRow,
  ],
  ...[kafkaLatencyRow, kafkaChainRow, relayRow, consumerRow],
  ...grownRows,
  growthRow,
];
/** The load above which other programs take part in the measurement. */
const BUSY = 0.5;
const PAGE = join(PROJECT, 'docs/benchmarks.md');

type Options = { readonly carrier: CarrierName; readonly write?: true; readonly profile?: true };

async function measureAll(names: readonly string[], { carrier, write, profile }: Options): Promise<void> {
  const folders: string[] = [];
  const bench: Omit<Bench, 'carrier'> = {
    env: process.env,
    profile: profile === true,
    async folder() {
      const made = await mkdtemp(join(tmpdir(), 'ayni-bench-'));
      // the database may run as another user of this machine
      await chmod(made, 0o755);
      folders.push(made);
      return made;
    },
    say: (text) => process.stderr.write(`  ${text}\n`),
  };
  // one for all rows of a form: some share what they measure
  const benches = { local: { ...bench, carrier: 'local' }, kafka: { ...bench, carrier: 'kafka' } } as const;
  const [load = 0] = loadavg();
  if (load > BUSY)
    bench.say(`This machine is busy with other programs (load ${load.toFixed(1)}): figures will be rough.`);
  const measured = new Map<string, Figure[]>();
  try {
    for (const row of ROWS.filter((row) =>
      names.length === 0 ? row.carrier === carrier && !row.onlyByName : names.includes(row.name),
    )) {
      bench.say(`${row.name} …`);
      const figures = await row.measure(benches[row.carrier]);
      measured.set(row.name, figures);
      for (const figure of figures) process.stdout.write(`${told(row.name, figure)}\n`);
    }
  } finally {
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  }
  if (!write) return;
  const taken = { on: new Date().toISOString().slice(0, 10), by: await machine() };
  const before = await readFile(PAGE, 'utf8').catch(() => '');
  await writeFile(PAGE, page(ROWS, measured, taken, before));
}

function told(name: string, figure: Figure): string {
  const parts = [`${figure.what}:`, spreadText(figure), goalText(figure), verdict(figure), figure.beside ?? ''];
  return `${name.padEnd(10)} ${parts.filter((part) => part !== '').join('  ')}`;
}

await new Command('bench')
  .description('Measure the product, always beside the bare limit of the same machine')
  .addArgument(
    new Argument('[rows...]', 'which figures; all but the long ones if none is named').choices(
      ROWS.map(({ name }) => name),
    ),
  )
  .addOption(
    new Option('--carrier <name>', 'the rows of the laptop form, or those over Kafka, where none is named')
      .choices(['local', 'kafka'])
      .default('local'),
  )
  .option('--write', 'write the figures into docs/benchmarks.md')
  .option('--profile', "show where the server's time goes while it is measured (sale, chain, latency)")
  .action(measureAll)
  .parseAsync();
