import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { findByWord, wordsOf } from '@ayni/processes/command-line';
import { BARE_ENVIRONMENT } from '@ayni/processes/config';
import { launch, type Launched } from '@ayni/processes/launch';
import { freePort } from '@ayni/processes/port';
import { signal } from '@ayni/processes/process';

import { archiveOf, type BrokerFiles } from './broker-files.js';
import { settings } from './settings.js';

/** A broker that runs, as its command line tells. */
export type Broker = { readonly pid: number; readonly port: number };

const POLL_MS = 20;
/** A broker that is asked to end hands over and writes its logs; one that takes longer loses nothing by being killed. */
const STOP_MS = 10_000;

/** A word on the broker's command line that names its data; without spaces, since not every system lists words apart. */
const mark = (data: string): string => `-Dayni.kafka=${encodeURIComponent(data)}`;
const PORT = '-Dayni.port=';

/** The broker that runs on `data`, whoever started it. */
export async function findBroker(data: string): Promise<Broker | undefined> {
  const found = await findByWord(mark(data));
  const port = found?.words.find((word) => word.startsWith(PORT))?.slice(PORT.length);
  return found && { pid: found.pid, port: Number(port) };
}

/** Whether `broker` still runs on `data`. */
export const stillRuns = async (broker: Broker, data: string): Promise<boolean> =>
  (await wordsOf(broker.pid)).includes(mark(data));

export type LaunchedBroker = Launched & Broker;

/** Starts a broker that goes on when we end. */
export async function launchBroker(
  files: BrokerFiles,
  port: number,
  archive = `-XX:SharedArchiveFile=${archiveOf(files)}`,
): Promise<LaunchedBroker> {
  await writeFile(files.properties, settings(files), { mode: 0o600 });
  const controller = await freePort();
  const overrides = [
    `listeners=CLIENTS://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controller}`,
    `advertised.listeners=CLIENTS://127.0.0.1:${port}`,
    `controller.quorum.voters=1@127.0.0.1:${controller}`,
  ];
  return { ...(await launchNode(files, port, overrides, archive, '-Xmx384m')), port };
}

/** Starts a node of Kafka whose properties are written; it goes on when we end. */
export function launchNode(
  files: BrokerFiles,
  port: number,
  overrides: readonly string[],
  archive: string,
  heap: string,
): Promise<Launched> {
  const words = [
    ...[mark(files.data), `${PORT}${port}`],
    ...['-Xms64m', heap, '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-XX:+ExitOnOutOfMemoryError'],
    ...[archive, '-Djava.awt.headless=true', '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn'],
    '-Dorg.slf4j.simpleLogger.showDateTime=true',
    '-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS',
    ...['-cp', join(files.jars, '*'), 'kafka.Kafka', files.properties],
    ...overrides.flatMap((setting) => ['--override', setting]),
  ];
  return launch(files.java.program, words, files.log, { cwd: files.folder, env: BARE_ENVIRONMENT });
}

/** Ends the broker of `data`, whoever started it: in order, or at once where it takes too long or that is wished. */
export async function endBroker(data: string, how: 'in order' | 'at once'): Promise<void> {
  const since = Date.now();
  let asked: NodeJS.Signals | undefined;
  for (let broker = await findBroker(data); broker; broker = await findBroker(data)) {
    const wanted = how === 'at once' || Date.now() - since > STOP_MS ? 'SIGKILL' : 'SIGTERM';
    if (wanted !== asked) signal(broker.pid, wanted);
    asked = wanted;
    await pause(POLL_MS);
  }
}
