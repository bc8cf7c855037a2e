import { Kafka, type Admin } from 'kafkajs';
import { readCompressed } from './kafka.codecs.js';
import { restWhileIdle } from './kafka.idle.js';
import { quietLog } from './kafka.log.js';
import type { KafkaSettings } from './kafka.settings.js';

restWhileIdle();
readCompressed();

/** A broker that takes a request and says nothing is gone: another one may lead by now. What is sent again counts once. */
const SILENCE_MS = 6_000;

/** A client of the broker as it is configured; nothing is connected to yet. */
export function kafkaClient(
  { brokers, clientId, tls, sasl }: KafkaSettings,
  onFault: (error: unknown) => void,
  retries = 5,
): Kafka {
  return new Kafka({
    clientId,
    brokers: [...brokers],
    ...(tls ? { ssl: { ca: [tls.ca] } } : {}),
    ...(sasl ? { sasl: { mechanism: 'scram-sha-512', ...sasl } } : {}),
    connectionTimeout: 3_000,
    requestTimeout: SILENCE_MS,
    retry: { initialRetryTime: 100, maxRetryTime: 5_000, retries },
    logCreator: quietLog(onFault),
  });
}

/**
 * A client of its own each time: one that has known a topic which is gone since asks for it for ever. What goes wrong is
 * thrown, and told nowhere else.
 */
export async function administer<Result>(
  settings: KafkaSettings,
  work: (admin: Admin) => Promise<Result>,
  retries?: number,
): Promise<Result> {
  const admin = kafkaClient(settings, () => undefined, retries).admin();
  try {
    await admin.connect();
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}
