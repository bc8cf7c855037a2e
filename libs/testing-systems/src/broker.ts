import { randomBytes } from 'node:crypto';

import { removeKafka } from '@ayni/kafka-server/remove';
import { startKafka, type KafkaServer } from '@ayni/kafka-server/start';

import { testFolder } from '@ayni/testing/test-folder';

/** Names the broker that tests use; given from outside, or set for the run. */
export const TEST_KAFKA_BROKERS = 'TEST_KAFKA_BROKERS';

let started: { readonly server: KafkaServer; readonly folder: string } | undefined;

/** Starts the one broker of a test run and names it in the environment; the one of KAFKA_BROKERS serves instead. */
export async function startTestBroker(): Promise<void> {
  if (process.env[TEST_KAFKA_BROKERS] || started) return;
  const { KAFKA_BROKERS } = process.env;
  if (KAFKA_BROKERS) {
    process.env[TEST_KAFKA_BROKERS] = KAFKA_BROKERS;
    return;
  }
  const folder = testFolder();
  const server = await startKafka({ folder, onNotice: () => undefined });
  started = { server, folder };
  process.env[TEST_KAFKA_BROKERS] = server.brokers;
}

/** Ends and removes what {@link startTestBroker} started. */
export async function stopTestBroker(): Promise<void> {
  if (!started) return;
  const { server, folder } = started;
  started = undefined;
  delete process.env[TEST_KAFKA_BROKERS];
  await server.kill9(); // nobody misses what it would still write
  await removeKafka(folder);
}

/**
 * The address of the run's broker, as KAFKA_BROKERS has it, for suites named `*.kafka.spec.ts` in a project whose
 * jest.config.mjs builds on `withKafka`. Suites that stop or wipe a broker are named `*.broker.spec.ts` and start theirs
 * with `startKafka` in a `testFolder`.
 */
export function testBrokers(): string {
  const brokers = process.env[TEST_KAFKA_BROKERS];
  if (!brokers) throw new Error('No test broker runs: build the jest.config.mjs of this project on withKafka.');
  return brokers;
}

/** A prefix for topics and consumer groups that no other suite has, as KAFKA_TOPIC_PREFIX has it. */
export const testTopicPrefix = (): string => `test-${randomBytes(5).toString('hex')}.`;
