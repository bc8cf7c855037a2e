import { randomUUID } from 'node:crypto';
import { access, constants, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { readBook } from '@ayni/season-folder/book';
import { FolderMistakes, mistakeLine } from '@ayni/season-folder/mistake';
import { progressBar } from '@ayni/season-folder/progress-bar';
import { runBook } from '@ayni/season-folder/run-book';
import { PROGRAMS, System } from './system.js';

const MISTAKES_STATUS = 2;

/** Takes a folder through a system of its own and writes the outcome. @throws FolderMistakes */
async function season(
  folder: string,
  { json, carrier }: { json: string; carrier: keyof typeof PROGRAMS },
  interrupted: AbortSignal,
): Promise<void> {
  const now = new Date();
  const read = await readBook(folder, interrupted);
  await access(dirname(json), constants.W_OK);
  const bar = process.stderr.isTTY ? progressBar(process.stderr) : undefined;
  // fresh, whatever servers other systems of this machine are pointed at
  const fresh = { DATABASE_URL: '', KAFKA_TOPIC_PREFIX: `season-${randomUUID()}.` };
  const system = await System.start(PROGRAMS[carrier], { ...process.env, ...fresh }, interrupted);
  const over = new AbortController();
  try {
    const signal = AbortSignal.any([interrupted, over.signal]);
    const run = runBook(system, read, { now, signal, ...(bar ? { progress: bar } : {}) });
    const outcomes = await Promise.race([run, system.ended()]);
    const [only] = outcomes;
    const outcome = read.isOneFolder && only ? only[1] : Object.fromEntries(outcomes);
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
  .description(
    'Load a season, or a book of years, into a fresh system, close each season, share it out and write what comes of it',
  )
  .argument('<folder>', 'the folder with coop.json and the tables of the season, or with a folder for each season')
  .requiredOption('--json <file>', 'where to write the outcome')
  .addOption(
    new Option('--carrier <name>', 'how events get from service to service: in one process, or over Kafka')
      .choices(Object.keys(PROGRAMS))
      .default('local'),
  )
  .action(async (folder: string, options: { json: string; carrier: keyof typeof PROGRAMS }) => {
    // npm runs programs from the workspace's folder; people mean the one they are in
    const here = process.env['INIT_CWD'] ?? process.cwd();
    try {
      const json = resolve(here, options.json);
      await season(resolve(here, folder), { ...options, json }, interrupted.signal);
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
