import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Kafka, logLevel, type KafkaConfig } from 'kafkajs';

import { usersOf, type Secured } from './secured.js';
import { OFFSETS_PARTITIONS } from './settings.js';

/** How one client reaches the broker. */
export async function clientOf(port: number, secured: Secured | undefined): Promise<KafkaConfig> {
  const config = { brokers: [`127.0.0.1:${port}`], clientId: 'ayni-instance', logLevel: logLevel.NOTHING };
  if (!secured) return config;
  const [[username, password] = ['', '']] = usersOf(secured);
  const ca = await readFile(secured.caFile, 'utf8');
  return { ...config, ssl: { ca: [ca] }, sasl: { mechanism: 'scram-sha-512', username, password } };
}

const TRY_MS = 5_000;

/** Whether the broker truly answers: its metadata, and all coordinators of consumer groups, with their offsets loaded. */
export async function answers(port: number, secured: Secured | undefined): Promise<boolean> {
  const kafka = new Kafka({
    ...(await clientOf(port, secured)),
    connectionTimeout: 1_000,
    requestTimeout: 4_000,
    retry: { initialRetryTime: 20, multiplier: 1.3, maxRetryTime: 200, retries: 30 },
  });
  const admin = kafka.admin();
  const asked = (async () => {
    await admin.connect();
    // names that differ by one in their last sign belong to partitions that do
    for (let n = 0; n < OFFSETS_PARTITIONS; n += 1)
      await admin.fetchOffsets({ groupId: `ayni-instance-${n}`, topics: [] });
    return true;
  })();
  try {
    return await Promise.race([asked.catch(() => false), pause(TRY_MS, false, { ref: false })]);
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}

/** Whether somebody listens on the port, answering or not. */
export function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
