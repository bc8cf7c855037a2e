import { spawnSync } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { events as declared, SERVICES, topicOf, type EventType, type ServiceName } from '@ayni/contracts';
import { findJars } from '@ayni/kafka-server/jars';
import { findJava } from '@ayni/kafka-server/java';
import { removeKafka } from '@ayni/kafka-server/remove';
import { newCommandId, newCoopId } from '@ayni/database/new-id';
import { KafkaCarrier } from '@ayni/messaging/carrier/kafka.carrier';
import { lagOver } from '@ayni/messaging/carrier/kafka.lag';
import type { KafkaSettings } from '@ayni/messaging/carrier/kafka.settings';
import { readTopics } from '@ayni/messaging/carrier/topics';
import type { LoggedText } from '@ayni/messaging/outbox/logged-event';
import { freePorts } from '@ayni/processes/port';
import { makeCertificates } from '@ayni/testing/certificates';
import { testFolder } from '@ayni/testing-systems/cluster';
import { documentedReads } from '@ayni/testing-systems/documented-reads';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import kafkajs, { type AclEntry } from 'kafkajs';
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
const PASSWORD = 'only-a-test';
const HOW_TO = join(project, 'docs/how-to/run-on-kafka.md');

let broker: Broker;
let events: string;
let ca: string;

beforeAll(async () => {
  await mkdir(folder);
  const files = await makeCertificates(join(folder, 'certificates'));
  ca = await readFile(files.caFile, 'utf8');
  const [port = 0, controller, integrators] = await freePorts(3);
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

  await admit('ministry', [
    { operation: AclOperationTypes.READ, ...topic(PUBLIC), ...LITERAL },
    { operation: AclOperationTypes.READ, ...group('ministry.'), ...PREFIXED },
  ]);
  for (const service of SERVICES) await admit(service, await accessOf(service));
  // members makes the topics: it is the one that may
  await connect('members').then((carrier) => carrier.close());
  const producer = new Kafka({ brokers: [broker.brokers], logLevel: logLevel.NOTHING }).producer();
  await producer.connect();
  for (const topic of [PUBLIC, INTERNAL]) await producer.send({ topic, messages: [{ key: 'k', value: topic }] });
  await producer.disconnect();
});

afterAll(async () => {
  await broker.stop();
  await removeKafka(folder);
});

type Access = Pick<AclEntry, 'operation' | 'resourceType' | 'resourceName' | 'resourcePatternType'>;

const topic = (resourceName: string) => ({ resourceType: AclResourceTypes.TOPIC, resourceName });
const group = (resourceName: string) => ({ resourceType: AclResourceTypes.GROUP, resourceName });
const LITERAL = { resourcePatternType: ResourcePatternTypes.LITERAL };
const PREFIXED = { resourcePatternType: ResourcePatternTypes.PREFIXED };

/** As the how-to does with kafka-configs.sh and kafka-acls.sh, from inside. */
async function admit(user: string, access: readonly Access[]): Promise<void> {
  const java = await findJava();
  const jars = await findJars(java, () => undefined);
  const asked = ['--bootstrap-server', broker.brokers, '--alter', '--entity-type', 'users', '--entity-name', user];
  const password = ['--add-config', `SCRAM-SHA-512=[password=${PASSWORD}]`];
  const { status, stderr } = spawnSync(
    java.program,
    ['-XX:TieredStopAtLevel=1', '-cp', join(jars, '*'), 'kafka.admin.ConfigCommand', ...asked, ...password],
    { env: { PATH: path }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  const admin = new Kafka({ brokers: [broker.brokers], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  const all = { principal: `User:${user}`, host: '*', permissionType: AclPermissionTypes.ALLOW };
  await admin.createAcls({ acl: access.map((one) => ({ ...all, ...one })) });
  await admin.disconnect();
}

/** The commands of the how-to for a service, and what it says of the one that makes the topics. */
async function accessOf(service: ServiceName): Promise<Access[]> {
  const line =
    /acl --allow-principal User:\$SERVICE --operation (\w+) --(topic|group) (\S+)( --resource-pattern-type prefixed)?/g;
  const operations = {
    Describe: AclOperationTypes.DESCRIBE,
    Write: AclOperationTypes.WRITE,
    Read: AclOperationTypes.READ,
  };
  const reads = await documentedReads(service);
  const given = [...(await readFile(HOW_TO, 'utf8')).matchAll(line)].flatMap(([, verb, kind, name = '', prefixed]) => {
    const operation = Object.entries(operations).find(([known]) => known === verb)?.[1];
    if (operation === undefined) throw new Error(`${verb} is not known to this test`);
    const names = name === '$topic' ? reads : [name.replace('$SERVICE', service)];
    return names.map((one): Access => {
      const what = kind === 'topic' ? topic(one) : group(one);
      return { operation, ...what, ...(prefixed === undefined ? LITERAL : PREFIXED) };
    });
  });
  if (service !== 'members') return given;
  const cluster = { resourceType: AclResourceTypes.CLUSTER, resourceName: 'kafka-cluster', ...LITERAL };
  return [
    ...given,
    { operation: AclOperationTypes.CREATE, ...cluster },
    { operation: AclOperationTypes.DESCRIBE, ...cluster },
    { operation: AclOperationTypes.CREATE, ...topic('ayni.'), ...PREFIXED },
  ];
}

const settingsOf = (username: string): KafkaSettings => ({
  ...{ brokers: [events], prefix: '', clientId: `ayni-${username}` },
  ...{ tls: { ca }, sasl: { username, password: PASSWORD } },
});

const faults: unknown[] = [];
const connect = async (service: ServiceName): Promise<KafkaCarrier> =>
  KafkaCarrier.connect(settingsOf(service), await readTopics(), (error) => faults.push(error));

const as = (password: string, username = 'ministry'): InstanceType<typeof Kafka> =>
  new Kafka({
    brokers: [events],
    ssl: { ca: [ca] },
    sasl: { mechanism: 'scram-sha-512', username, password },
    // a broker that was just started takes its time over its first handshakes
    connectionTimeout: 30_000,
    logLevel: logLevel.NOTHING,
  });

/** The first record of each topic. */
async function readFirst(topics: string[], groupId: string, user = 'ministry'): Promise<Map<string, string>> {
  const consumer = as(PASSWORD, user).consumer({ groupId });
  const found = new Map<string, string>();
  try {
    await consumer.connect();
    await consumer.subscribe({ topics, fromBeginning: true });
    return await new Promise((resolve, reject) => {
      // what passes by itself, the client tries again
      consumer.on(consumer.events.CRASH, ({ payload }) => {
        if (!payload.restart) reject(payload.error);
      });
      void consumer.run({
        eachMessage: async ({ topic: from, message }) => {
          if (!found.has(from)) found.set(from, message.value?.toString() ?? '');
          if (found.size === topics.length) resolve(found);
        },
      });
    });
  } finally {
    await consumer.disconnect();
  }
}

/** An event as a service would log it. */
const logged = ({ type }: EventType): LoggedText => ({
  ...{ event_id: newCommandId(), coop_id: newCoopId(), aggregate: 'some/thing', seq: 1, type },
  ...{ command_id: newCommandId(), occurred_at: '2026-07-01T12:00:00.000Z' },
  ...{ data: '{}', traceparent: null, position: 1n },
});

describe('the door for integrators', () => {
  test('lets one with a password over TLS read the topics that were given', async () => {
    expect((await readFirst([PUBLIC], 'ministry.one')).has(PUBLIC)).toBe(true);
  });

  test('keeps all other topics, and groups of the services, from them', async () => {
    await expect(readFirst([INTERNAL], 'ministry.two')).rejects.toThrow(/authorized/i);
    // the client's words for a group that it may not ask about
    await expect(readFirst([PUBLIC], 'ayni.sales')).rejects.toThrow('Failed to find group coordinator');
  });

  test('lets nobody write', async () => {
    const producer = as(PASSWORD).producer();
    await producer.connect();
    await expect(producer.send({ topic: PUBLIC, messages: [{ value: 'x' }] })).rejects.toThrow(/authorized/i);
    await producer.disconnect();
  });

  test('refuses a wrong password, and one who comes without TLS', async () => {
    await expect(as('guess').admin().connect()).rejects.toThrow(/credentials/i);
    await expect(
      new Kafka({ brokers: [events], logLevel: logLevel.NOTHING, retry: { retries: 0 }, connectionTimeout: 2_000 })
        .admin()
        .connect(),
    ).rejects.toThrow();
  });
});

describe('the access that the how-to gives to a service', () => {
  const topics = [...new Set(declared.map(topicOf))];

  beforeAll(async () => {
    const producer = new Kafka({ brokers: [broker.brokers], logLevel: logLevel.NOTHING }).producer();
    await producer.connect();
    await producer.sendBatch({
      topicMessages: topics.map((name) => ({ topic: name, messages: [{ key: 'k', value: name }] })),
    });
    await producer.disconnect();
  });

  test.each(SERVICES)('is enough for %s to send its events, and to see that the broker keeps them', async (service) => {
    const carrier = await connect(service);
    const own = declared.filter((event) => event.service === service);
    const places = await carrier.broker.send(own.map(logged));
    expect(new Set(places.map((place) => place.topic))).toEqual(new Set(own.map(topicOf)));
    expect(await carrier.broker.holds(places)).toBe(true);
    await carrier.close();
  });

  test.each(SERVICES)('is enough for %s to hear what it listens to, and for nothing else', async (service) => {
    const reads = await documentedReads(service);
    const heard = await readFirst(reads, `ayni.${service}`, service);
    expect([...heard.keys()].sort()).toEqual([...reads].sort());
    const types = declared.filter((event) => reads.includes(topicOf(event))).map(({ type }) => type);
    expect((await lagOver(settingsOf(service), service, types, Date.now())).size).toBeGreaterThan(0);
    const others = topics.filter((name) => !reads.includes(name));
    await expect(readFirst(others.slice(0, 1), `ayni.${service}`, service)).rejects.toThrow(/authorized/i);
  });
});
