import { access, constants, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Command } from 'commander';
import { checkFolder, FolderMistakes } from './folder/check.js';
import { mistakeLine } from './folder/mistake.js';
import { progressBar } from './progress.js';
import { runSeason } from './season.js';
import { PROGRAM, System } from './system.js';

const MISTAKES_STATUS = 2;

/** Checks a folder, takes it through a system of its own and writes the outcome. */
async function season(folder: string, json: string, interrupted: AbortSignal): Promise<void> {
  const now = new Date();
  const checked = await checkFolder(folder, now, interrupted);
  await access(dirname(json), constants.W_OK);
  const bar = process.stderr.isTTY ? progressBar(process.stderr) : undefined;
  const system = await System.start(PROGRAM, process.env, interrupted);
  const over = new AbortController();
  try {
    const signal = AbortSignal.any([interrupted, over.signal]);
    const run = runSeason(system, checked, { now, signal, ...(bar ? { progress: bar } : {}) });
    const outcome = await Promise.race([run, system.ended()]);
    await writeFile(json, `${JSON.stringify(outcome, null, 1)}\n`);
  } finally {
    over.abort();
    bar?.clear();
    await system.stop();
  }
}

const interrupted = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(name, () => interrupted.abort(new Error(`Interrupted by ${name}`)));
}

await new Command('season')
  .description("Load a season's folder into a fresh system, close the season and write what comes of it")
  .argument('<folder>', 'the folder with coop.json and the tables of the season')
  .requiredOption('--json <file>', 'where to write the outcome')
  .action(async (folder: string, { json }: { json: string }) => {
    // npm runs programs from the workspace's folder; people mean the one they are in
    const here = process.env['INIT_CWD'] ?? process.cwd();
    try {
      await season(resolve(here, folder), resolve(here, json), interrupted.signal);
    } catch (error) {
      if (error instanceof FolderMistakes) {
        for (const mistake of error.mistakes) process.stderr.write(`${mistakeLine(mistake)}\n`);
        if (error.more) process.stderr.write('There are more mistakes than these.\n');
        process.exitCode = MISTAKES_STATUS;
        return;
      }
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    }
  })
  .parseAsync();
