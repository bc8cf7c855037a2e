import 'reflect-metadata';
import { Command } from 'commander';
import { readOpsConfig } from './config.js';
import type { AddCommand, Desk } from './ops/desk.js';
import { sentenceOf } from './ops/complaint.js';
import { speaker } from './words.js';

/** Loaded when it is asked for: some need all that the services are made of, which takes seconds to load. */
const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  coop: async () => (await import('./ops/coop.js')).addCoop,
  backup: async () => (await import('./ops/backup.js')).addBackup,
  restore: async () => (await import('./ops/restore.js')).addRestore,
  prepare: async () => (await import('./ops/prepare.js')).addPrepare,
  status: async () => (await import('./ops/status.js')).addStatus,
  parked: async () => (await import('./ops/parked.js')).addParked,
  replay: async () => (await import('./ops/replay.js')).addReplay,
  keys: async () => (await import('./ops/keys.js')).addKeys,
};

const { language, databaseUrl, kafka } = readOpsConfig();
const interrupted = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => interrupted.abort());

const desk: Desk = { say: speaker(language), databaseUrl, kafka, signal: interrupted.signal };
const program = new Command('ops').description('What an operator does beside the running system');
const [asked = ''] = process.argv.slice(2);
for (const [name, load] of Object.entries(commands))
  if (asked === name || !Object.hasOwn(commands, asked)) (await load())(program, desk);

try {
  await program.parseAsync();
} catch (error) {
  console.error(sentenceOf(error, desk.say));
  process.exitCode = 1;
}
