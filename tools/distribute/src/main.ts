import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { isRefused } from '@ayni/distribution';
import { Command } from 'commander';
import { outcomeOfFile, written } from './case-file.js';
import { distributeFolder } from './case-folder.js';

/** What is not worked out ends so: a refused case, a file that cannot be read, an order that is not understood. */
const NOT_DONE = 2;

// npm runs scripts in the project's root; a path is meant from where the person stands
const standing = (process.env.npm_lifecycle_event === 'distribute' && process.env.INIT_CWD) || '.';

const program = new Command('distribute')
  .description('Works out the shares of a case document, with no database and nothing else to trust.')
  .argument('<case>', 'a case document (JSON), or a folder of *.case.json')
  .option('--out <folder>', 'where the *.outcome.json of a folder are written')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : NOT_DONE))
  .action((path: string, { out }: { out?: string }) => run(resolve(standing, path), out && resolve(standing, out)));

function run(path: string, out: string | undefined): void {
  if (statSync(path).isDirectory()) {
    if (!out) return program.error(`${path} is a folder: name the folder for its outcomes with --out`);
    const { cases, refused } = distributeFolder(path, out);
    process.stdout.write(`${cases} cases: ${cases - refused} worked out, ${refused} refused\n`);
    return;
  }
  if (out) return program.error('--out goes with a folder; the outcome of one case is printed');
  const result = outcomeOfFile(path);
  process.stdout.write(written(result));
  if (isRefused(result)) process.exitCode = NOT_DONE;
}

try {
  program.parse();
} catch (error) {
  // what the system says of a file names its path and why; anything else is a fault of this program
  if (!(error instanceof Error && 'syscall' in error)) throw error;
  program.error(error.message);
}
