import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findJars } from '@ayni/kafka-server/jars';
import { findJava } from '@ayni/kafka-server/java';
import { endKafka } from '@ayni/kafka-server/remove';
import { launch } from '@ayni/processes/launch';
import { execute } from '@ayni/processes/execute';
import { until } from '@ayni/testing/until';
import type { Container } from './compose.js';

/** The broker's settings as the image `apache/kafka` works them out of the environment: `KAFKA_NODE_ID` is `node.id`. */
export const propertiesOf = (environment: Container['environment']): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(environment)
      .filter(([name]) => name.startsWith('KAFKA_') && name !== 'KAFKA_HEAP_OPTS') // read by the image's scripts
      .map(([name, value]) => [
        name.slice(6).toLowerCase().replaceAll('_', '.').replaceAll('...', '-').replaceAll('..', '_'),
        value,
      ]),
  );

/**
 * Starts a real Kafka with the settings that a compose file gives the image, and waits until the health check passes.
 * @param users who may sign in besides, as kafka-storage.sh takes them
 * @returns ends it
 */
export async function startBroker(
  { environment, healthcheck }: Container,
  folder: string,
  users: readonly string[] = [],
): Promise<() => Promise<void>> {
  const java = await findJava();
  const classes = ['-Dorg.slf4j.simpleLogger.defaultLogLevel=warn', '-XX:TieredStopAtLevel=1', '-cp'];
  classes.push(join(await findJars(java, () => undefined), '*'));
  const where = { env: { PATH: process.env['PATH'], LC_ALL: 'C' } };
  const data = join(folder, 'kafka');
  const file = join(folder, 'kafka.properties');
  const properties = new Map([...propertiesOf(environment), ['log.dirs', data]]);
  await writeFile(file, [...properties].map((setting) => `${setting.join('=')}\n`).join(''));
  const format = ['kafka.tools.StorageTool', 'format', `--cluster-id=${environment['CLUSTER_ID']}`, '-c', file];
  const scram = users.flatMap((user) => ['--add-scram', `SCRAM-SHA-512=[${user}]`]);
  await execute(java.program, [...classes, ...format, ...scram], where);
  const heap = environment['KAFKA_HEAP_OPTS']?.split(' ') ?? [];
  // named as libs/kafka-server names its own, by which one that was left behind is found
  const words = [`-Dayni.kafka=${encodeURIComponent(data)}`, ...heap, ...classes, 'kafka.Kafka', file];
  const broker = await launch(java.program, words, join(folder, 'kafka.log'), where);
  const [, program = '', ...check] = healthcheck?.test ?? [];
  await until(async (see) => broker.ended() || (see(await execute(program, check, where)), true));
  if (broker.ended()) throw new Error(`The broker does not start:\n${(await broker.said()).slice(-4_000)}`);
  return () => endKafka(folder);
}
