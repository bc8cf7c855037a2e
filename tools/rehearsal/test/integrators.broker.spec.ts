import { spawnSync } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findJars, findJava, removeKafka } from '@ayni/kafka';
import { freePort } from '@ayni/processes';
import { makeCertificates, testFolder } from '@ayni/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import kafkajs from 'kafkajs';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { startBroker, type Broker } from '../src/broker.js';
import { readCompose, readDocument } from '../src/compose.js';

const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, Kafka, logLevel, ResourcePatternTypes } = kafkajs;

const project = fileURLToPath(new URL('../../../', import.meta.url));
const Extension = Type.Object({
  services: Type.Object({ kafka: Type.Object({ environment: Type.Record(Type.String(), Type.String()) }) }),
});
const folder = testFolder();
const path = process.env['PATH'] ?? '';
const [PUBLIC, INTERNAL] = ['ayni.sales.sales', 'ayni.members.members.internal'];

let broker: Broker;
let events: string;
let ca: string;

beforeAll(async () => {
  await mkdir(folder);
  const files = await makeCertificates(join(folder, 'certificates'));
  ca = await readFile(files.caFile, 'utf8');
  const [port, controller, integrators] = [await freePort(), await freePort(), await freePort()];
  events = `127.0.0.1:${integrators}`;
  const { services } = await readCompose(join(project, 'docker-compose.yml'));
  const extension = await readDocument(join(project, 'infra/docker/integrators.yml'), { AYNI_EVENTS: events });
  if (!services['kafka'] || !Value.Check(Extension, extension)) throw new Error('no kafka');
  const { kafka } = services;
  const replace = (text: string): string =>
    text
      .replace('CLIENTS://:9092', `CLIENTS://127.0.0.1:${port}`)
      .replace(/kafka:9092/, `127.0.0.1:${port}`)
      .replace('/127.0.0.1/9092', `/127.0.0.1/${port}`)
      .replace('127.0.0.1:9093', `127.0.0.1:${controller}`)
      .replace('INTEGRATORS://:9094', `INTEGRATORS://127.0.0.1:${integrators}`)
      .replace('/var/lib/kafka/data', join(folder, 'kafka'))
      .replace('/run/secrets/kafka.pem', files.keyFile);
  const container = { ...kafka, environment: { ...kafka.environment, ...extension.services.kafka.environment } };
  broker = await startBroker(container, { folder, port, path, replace });

  // as the how-to does with kafka-configs.sh and kafka-acls.sh, from inside
  const java = await findJava();
  const jars = await findJars(java, () => undefined);
  const { status, stderr } = spawnSync(
    java.program,
    [
      ...['-cp', join(jars, '*'), 'kafka.admin.ConfigCommand', '--bootstrap-server', broker.brokers, '--alter'],
      ...[
        '--entity-type',
        'users',
        '--entity-name',
        'ministry',
        '--add-config',
        'SCRAM-SHA-512=[password=only-a-test]',
      ],
    ],
    { env: { PATH: path }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  const admin = new Kafka({ brokers: [broker.brokers], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  await admin.createTopics({ topics: [PUBLIC, INTERNAL].map((topic) => ({ topic, numPartitions: 1 })) });
  const read = {
    principal: 'User:ministry',
    host: '*',
    operation: AclOperationTypes.READ,
    permissionType: AclPermissionTypes.ALLOW,
  };
  await admin.createAcls({
    acl: [
      {
        ...read,
        resourceType: AclResourceTypes.TOPIC,
        resourceName: PUBLIC,
        resourcePatternType: ResourcePatternTypes.LITERAL,
      },
      {
        ...read,
        resourceType: AclResourceTypes.GROUP,
        resourceName: 'ministry.',
        resourcePatternType: ResourcePatternTypes.PREFIXED,
      },
    ],
  });
  await admin.disconnect();
  const producer = new Kafka({ brokers: [broker.brokers], logLevel: logLevel.NOTHING }).producer();
  await producer.connect();
  for (const topic of [PUBLIC, INTERNAL]) await producer.send({ topic, messages: [{ key: 'k', value: topic }] });
  await producer.disconnect();
}, 180_000);

afterAll(async () => {
  await broker.stop();
  await removeKafka(folder);
}, 60_000);

const as = (password: string): InstanceType<typeof Kafka> =>
  new Kafka({
    brokers: [events],
    ssl: { ca: [ca] },
    sasl: { mechanism: 'scram-sha-512', username: 'ministry', password },
    logLevel: logLevel.NOTHING,
  });

async function readFirst(topic: string, groupId: string): Promise<string> {
  const consumer = as('only-a-test').consumer({ groupId });
  try {
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    return await new Promise<string>((resolve, reject) => {
      // what passes by itself, the client tries again
      consumer.on(consumer.events.CRASH, ({ payload }) => {
        if (!payload.restart) reject(payload.error);
      });
      void consumer.run({ eachMessage: async ({ message }) => resolve(message.value?.toString() ?? '') });
    });
  } finally {
    await consumer.disconnect();
  }
}

describe('the door for integrators', () => {
  test('lets one with a password over TLS read the topics that were given', async () => {
    expect(await readFirst(PUBLIC, 'ministry.one')).toBe(PUBLIC);
  }, 60_000);

  test('keeps all other topics, and groups of the services, from them', async () => {
    await expect(readFirst(INTERNAL, 'ministry.two')).rejects.toThrow(/authorized/i);
    // the client's words for a group that it may not ask about
    await expect(readFirst(PUBLIC, 'ayni.sales')).rejects.toThrow('Failed to find group coordinator');
  }, 60_000);

  test('lets nobody write', async () => {
    const producer = as('only-a-test').producer();
    await producer.connect();
    await expect(producer.send({ topic: PUBLIC, messages: [{ value: 'x' }] })).rejects.toThrow(/authorized/i);
    await producer.disconnect();
  }, 60_000);

  test('refuses a wrong password, and one who comes without TLS', async () => {
    await expect(as('guess').admin().connect()).rejects.toThrow(/credentials/i);
    await expect(
      new Kafka({ brokers: [events], logLevel: logLevel.NOTHING, retry: { retries: 0 }, connectionTimeout: 2_000 })
        .admin()
        .connect(),
    ).rejects.toThrow();
  }, 60_000);
});
