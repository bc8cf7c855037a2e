import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServiceName } from '@ayni/contracts';
import type { KafkaSettings } from '@ayni/messaging';
import { kafkaSettings } from '@ayni/service-kit';

/**
 * How a service of a system of processes reaches its broker: as the environment says it; else as the service was
 * started with. Undefined where neither names a broker.
 */
export async function findKafka(
  folder: string,
  service: ServiceName,
  given: NodeJS.ProcessEnv,
): Promise<KafkaSettings | undefined> {
  if (given['KAFKA_BROKERS']) return kafkaSettings(service, given);
  const environment = await readFile(join(folder, 'run', `${service}.json`), 'utf8').then(environmentIn, () => ({}));
  return 'KAFKA_BROKERS' in environment ? kafkaSettings(service, environment) : undefined;
}

function environmentIn(text: string): NodeJS.ProcessEnv {
  const notes: unknown = JSON.parse(text);
  const found: unknown = typeof notes === 'object' && notes !== null ? Reflect.get(notes, 'environment') : undefined;
  if (typeof found !== 'object' || found === null) return {};
  return Object.fromEntries(
    Object.entries(found).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
