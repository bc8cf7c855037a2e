import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findJars } from '@ayni/kafka-server/jars';
import { findJava } from '@ayni/kafka-server/java';
import { endKafka } from '@ayni/kafka-server/remove';
import { run } from '@ayni/processes/run';
import type { Container } from './compose.js';
import { propertiesOf } from './properties.js';

const START_MS = 60_000;
const POLL_MS = 100;

/** A broker with the settings of the compose file. */
export type Broker = { readonly brokers: string; stop(): Promise<void> };

export type BrokerPlace = {
  readonly folder: string;
  readonly port: number;
  /** Where programs are looked for. */
  readonly path: string;
  /** Puts the addresses and paths of the rehearsal in a setting. */
  readonly replace: (text: string) => string;
};

/**
 * Starts a real Kafka with the settings that the compose file gives the image, at other addresses and in another
 * folder, and waits until the health check of the compose file passes.
 */
export async function startBroker(container: Container, { folder, port, path, replace }: BrokerPlace): Promise<Broker> {
  const java = await findJava();
  const jars = await findJars(java, () => undefined);
  const settings = propertiesOf(container.environment);
  const data = join(folder, 'kafka');
  const file = join(folder, 'kafka.properties');
  const log = join(folder, 'kafka.log');
  await writeFile(file, [...settings].map(([name, value]) => `${name}=${replace(value)}\n`).join(''));
  const heap = container.environment['KAFKA_HEAP_OPTS']?.split(' ') ?? [];
  const environment = { PATH: path, LC_ALL: 'C' };
  const classes = ['-Dorg.slf4j.simpleLogger.defaultLogLevel=warn', '-XX:TieredStopAtLevel=1', '-cp', join(jars, '*')];
  const id = container.environment['CLUSTER_ID'] ?? '';
  await run(java.program, [...classes, 'kafka.tools.StorageTool', 'format', `--cluster-id=${id}`, '-c', file], {
    env: environment,
  });
  // named as libs/kafka-server names its own, by which one that was left behind is found
  const name = `-Dayni.kafka=${encodeURIComponent(data)}`;
  const child = spawn(java.program, [name, `-Dayni.port=${port}`, ...heap, ...classes, 'kafka.Kafka', file], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = createWriteStream(log);
  child.stdout.pipe(said, { end: false });
  child.stderr.pipe(said, { end: false });
  const exit = once(child, 'exit');
  const stop = async (): Promise<void> => {
    await endKafka(folder);
    if (child.exitCode === null && child.signalCode === null) await exit;
    said.end();
  };
  const [check = '', ...words] = container.healthcheck?.test?.slice(1) ?? [];
  for (const until = Date.now() + START_MS; ; await pause(POLL_MS)) {
    if (
      await run(check, words.map(replace), { env: environment }).then(
        () => true,
        () => false,
      )
    )
      break;
    if (child.exitCode === null && Date.now() < until) continue;
    await stop();
    throw new Error(`The broker does not start:\n${(await readFile(log, 'utf8')).slice(-4_000)}`);
  }
  return { brokers: `127.0.0.1:${port}`, stop };
}
