import { join } from 'node:path';
import type { ServiceName } from '@ayni/contracts';
import type { KafkaSettings } from '@ayni/messaging/carrier/kafka.settings';
import { readNotes, RUN } from '@ayni/processes/run-notes';
import { kafkaSettings } from '@ayni/service-kit/process/config';

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
  const notes = await readNotes(join(folder, RUN), service);
  return notes && 'KAFKA_BROKERS' in notes.environment ? kafkaSettings(service, notes.environment) : undefined;
}
