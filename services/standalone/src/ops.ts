import 'reflect-metadata';
import { Command } from 'commander';
import { readOpsConfig } from './config.js';
import { addBackup } from './ops/backup.js';
import { addCoop } from './ops/coop.js';
import { addKeys } from './ops/keys.js';
import type { Desk } from './ops/desk.js';
import { sentenceOf } from './ops/complaint.js';
import { addPrepare } from './ops/prepare.js';
import { addParked } from './ops/parked.js';
import { addReplay } from './ops/replay.js';
import { addRestore } from './ops/restore.js';
import { addStatus } from './ops/status.js';
import { speaker } from './words.js';

const { language, databaseUrl, kafka } = readOpsConfig();
const interrupted = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => interrupted.abort());

const desk: Desk = { say: speaker(language), databaseUrl, kafka, signal: interrupted.signal };
const program = new Command('ops').description('What an operator does beside the running system');
for (const add of [addCoop, addBackup, addRestore, addPrepare, addStatus, addParked, addReplay, addKeys])
  add(program, desk);

try {
  await program.parseAsync();
} catch (error) {
  console.error(sentenceOf(error, desk.say));
  process.exitCode = 1;
}
