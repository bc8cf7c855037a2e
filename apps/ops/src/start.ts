import 'reflect-metadata';
import { sentenceOf } from '@ayni/kernel';
import { Command } from 'commander';
import { readOpsConfig } from './config.js';
import type { AddCommand, OpsContext } from './ops-context.js';
import { complaintOf } from './complaint.js';
import { speaker } from './translations.js';

/** Loaded when it is asked for: some need all that the services are made of, which takes seconds to load. */
const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  coop: async () => (await import('./coop.js')).addCoop,
  backup: async () => (await import('./backup.js')).addBackup,
  restore: async () => (await import('./restore.js')).addRestore,
  prepare: async () => (await import('./prepare.js')).addPrepare,
  status: async () => (await import('./status.js')).addStatus,
  parked: async () => (await import('./parked.js')).addParked,
  replay: async () => (await import('./replay.js')).addReplay,
  verify: async () => (await import('./verify.js')).addVerify,
  officer: async () => (await import('./officer.js')).addOfficer,
  trail: async () => (await import('./trail.js')).addTrail,
  brake: async () => (await import('./brake.js')).addBrake,
  keys: async () => (await import('./keys.js')).addKeys,
};

const { language, databaseUrl, kafka } = readOpsConfig();
const interrupted = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => interrupted.abort());

// what it does is done to its end, but who reads what it says into a file has to know that not all of it is there
process.stdout.on('error', () => (process.exitCode = 1));

const context: OpsContext = { say: speaker(language), language, databaseUrl, kafka, signal: interrupted.signal };
const program = new Command('ops').description('What an operator does beside the running system');
const [asked = ''] = process.argv.slice(2);
for (const [name, load] of Object.entries(commands))
  if (asked === name || !Object.hasOwn(commands, asked)) (await load())(program, context);

try {
  await program.parseAsync();
} catch (error) {
  console.error(sentenceOf(complaintOf(error), language));
  process.exitCode = 1;
}
