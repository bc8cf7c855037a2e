import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { events as declared, SERVICES, topicOf, type ServiceName } from '@ayni/contracts';
import { newCommandId, newCoopId } from '@ayni/database/new-id';
import { findJars } from '@ayni/kafka-server/jars';
import { findJava } from '@ayni/kafka-server/java';
import { removeKafka } from '@ayni/kafka-server/remove';
import { KafkaCarrier } from '@ayni/messaging/carrier/kafka.carrier';
import { lagOver } from '@ayni/messaging/carrier/kafka.lag';
import type { KafkaSettings } from '@ayni/messaging/carrier/kafka.settings';
import { readTopics } from '@ayni/messaging/carrier/topics';
import { freePorts } from '@ayni/processes/port';
import { execute } from '@ayni/processes/execute';
import { makeCertificates } from '@ayni/testing/certificates';
import { testFolder } from '@ayni/testing/test-folder';
import { documentedReads } from '@ayni/testing-systems/documented-reads';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import kafkajs, { type AclEntry } from 'kafkajs';
import { startBroker } from './broker.js';
import { containerOf, readCompose, relocate } from './compose.js';

const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, Kafka, logLevel, ResourcePatternTypes } = kafkajs;

const project = fileURLToPath(new URL('../../../', import.meta.url));
const HOW_TO = join(project, 'docs/how-to/run-on-kafka.md');
const folder = testFolder();
const [PUBLIC, INTERNAL] = ['ayni.sales.sales', 'ayni.members.members.internal'];
const TOPICS = [...new Set(declared.map(topicOf))];
const PASSWORD = 'only-a-test';

/** The broker's two doors: the one of the services, and the one of those who have to say who they are. */
let [inside, outside] = ['', ''];
let ca: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  await mkdir(folder);
  const files = await makeCertificates(join(folder, 'certificates'));
  ca = await readFile(files.caFile, 'utf8');
  const [clients = 0, controller = 0, integrators = 0] = await freePorts(3);
  [inside, outside] = [`127.0.0.1:${clients}`, `127.0.0.1:${integrators}`];
  const ports = new Map(Object.entries({ '9092': clients, '9093': controller, '9094': integrators }));
  const place = (text: string): string => relocate(text, ports).replace('/run/secrets/kafka.pem', files.keyFile);
  const [kafka, extension] = await Promise.all(
    ['docker-compose.yml', 'infra/docker/integrators.yml'].map(async (file) =>
      containerOf(await readCompose(join(project, file), place), 'kafka'),
    ),
  );
  const environment = { ...kafka?.environment, ...extension?.environment };
  const users = SERVICES.map((name) => `name=${name},password=${PASSWORD}`);
  stop = await startBroker({ ...kafka, environment }, folder, users);

  await addUser('ministry');
  await admit('ministry', [access('READ', 'TOPIC', PUBLIC), access('READ', 'GROUP', 'ministry.', 'PREFIXED')]);
  for (const service of SERVICES) await admit(service, await accessOf(service));
  // members makes the topics: it is the one that may
  await connect('members').then((carrier) => carrier.close());
  const producer = new Kafka({ brokers: [inside], logLevel: logLevel.NOTHING }).producer();
  await producer.connect();
  await producer.sendBatch({
    topicMessages: TOPICS.map((topic) => ({ topic, messages: [{ key: 'k', value: topic }] })),
  });
  await producer.disconnect();
});

afterAll(async () => {
  await stop();
  await removeKafka(folder);
});

/** As the how-to does with kafka-configs.sh, from inside. */
async function addUser(name: string): Promise<void> {
  const { program } = await findJava();
  const jars = join(await findJars({ program, version: '' }, () => undefined), '*');
  const asked = ['--bootstrap-server', inside, '--alter', '--entity-type', 'users', '--entity-name', name];
  const password = ['--add-config', `SCRAM-SHA-512=[password=${PASSWORD}]`];
  await execute(program, ['-XX:TieredStopAtLevel=1', '-cp', jars, 'kafka.admin.ConfigCommand', ...asked, ...password]);
}

type Access = Omit<AclEntry, 'principal' | 'host' | 'permissionType'>;
const OPERATIONS = ['CREATE', 'DESCRIBE', 'READ', 'WRITE', 'DESCRIBE_CONFIGS', 'ALTER_CONFIGS'] as const;
type Operation = (typeof OPERATIONS)[number];
type Pattern = 'LITERAL' | 'PREFIXED';

const access = (
  operation: Operation,
  kind: 'TOPIC' | 'GROUP' | 'CLUSTER',
  resourceName: string,
  pattern: Pattern = 'LITERAL',
): Access => ({
  operation: AclOperationTypes[operation],
  resourceType: AclResourceTypes[kind],
  resourceName,
  resourcePatternType: ResourcePatternTypes[pattern],
});

/** As the how-to does with kafka-acls.sh, from inside. */
async function admit(user: string, given: readonly Access[]): Promise<void> {
  const admin = new Kafka({ brokers: [inside], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  const all = { principal: `User:${user}`, host: '*', permissionType: AclPermissionTypes.ALLOW };
  await admin.createAcls({ acl: given.map((one) => ({ ...all, ...one })) });
  await admin.disconnect();
}

/** The commands of the how-to for a service, and what it says of the one that makes the topics. */
async function accessOf(service: ServiceName): Promise<Access[]> {
  const line =
    /acl --allow-principal User:\$SERVICE --operation (\w+) --(topic|group) (\S+)( --resource-pattern-type prefixed)?/g;
  const reads = await documentedReads(service);
  const given = [...(await readFile(HOW_TO, 'utf8')).matchAll(line)].flatMap(([, verb, kind, name = '', prefixed]) => {
    const operation = OPERATIONS.find((known) => known.replace('_', '') === verb?.toUpperCase());
    if (operation === undefined) throw new Error(`${verb} is not known to this test`);
    const names = name === '$topic' ? reads : [name.replace('$SERVICE', service)];
    const pattern = prefixed === undefined ? 'LITERAL' : 'PREFIXED';
    return names.map((one) => access(operation, kind === 'topic' ? 'TOPIC' : 'GROUP', one, pattern));
  });
  if (service !== 'members') return given;
  const cluster = (['CREATE', 'DESCRIBE'] as const).map((operation) => access(operation, 'CLUSTER', 'kafka-cluster'));
  return [...given, ...cluster, access('CREATE', 'TOPIC', 'ayni.', 'PREFIXED')];
}

const settingsOf = (username: string): KafkaSettings => ({
  ...{ brokers: [outside], prefix: '', clientId: `ayni-${username}` },
  ...{ tls: { ca }, sasl: { username, password: PASSWORD } },
});

const connect = async (service: ServiceName): Promise<KafkaCarrier> =>
  KafkaCarrier.connect(settingsOf(service), await readTopics(), () => undefined, service);

const as = (username: string, password = PASSWORD): InstanceType<typeof Kafka> =>
  new Kafka({
    brokers: [outside],
    ssl: { ca: [ca] },
    sasl: { mechanism: 'scram-sha-512', username, password },
    // a broker that was just started takes its time over its first handshakes
    connectionTimeout: 30_000,
    logLevel: logLevel.NOTHING,
  });

/** The topics of which a record came, once it came from all. */
async function readFirst(user: string, topics: string[], groupId: string): Promise<ReadonlySet<string>> {
  const consumer = as(user).consumer({ groupId });
  const found = new Set<string>();
  try {
    await consumer.connect();
    await consumer.subscribe({ topics, fromBeginning: true });
    return await new Promise((resolve, reject) => {
      // what passes by itself, the client tries again
      consumer.on(consumer.events.CRASH, ({ payload }) => {
        if (!payload.restart) reject(payload.error);
      });
      void consumer.run({
        eachMessage: async ({ topic }) => {
          if (found.add(topic).size === topics.length) resolve(found);
        },
      });
    });
  } finally {
    await consumer.disconnect();
  }
}

describe('the door for integrators', () => {
  test('lets one with a password over TLS read the topics that were given', async () => {
    expect(await readFirst('ministry', [PUBLIC], 'ministry.one')).toEqual(new Set([PUBLIC]));
  });

  test('keeps all other topics, and groups of the services, from them', async () => {
    await expect(readFirst('ministry', [INTERNAL], 'ministry.two')).rejects.toThrow(/authorized/i);
    // the client's words for a group that it may not ask about
    await expect(readFirst('ministry', [PUBLIC], 'ayni.sales')).rejects.toThrow('Failed to find group coordinator');
  });

  test('lets nobody write', async () => {
    const producer = as('ministry').producer();
    await producer.connect();
    await expect(producer.send({ topic: PUBLIC, messages: [{ value: 'x' }] })).rejects.toThrow(/authorized/i);
    await producer.disconnect();
  });

  test('refuses a wrong password, and one who comes without TLS', async () => {
    await expect(as('ministry', 'guess').admin().connect()).rejects.toThrow(/credentials/i);
    const bare = { brokers: [outside], logLevel: logLevel.NOTHING, retry: { retries: 0 }, connectionTimeout: 2_000 };
    await expect(new Kafka(bare).admin().connect()).rejects.toThrow();
  });
});

describe('the access that the how-to gives to a service', () => {
  test.each(SERVICES)('is enough for %s to send its events, and to see that the broker keeps them', async (service) => {
    const carrier = await connect(service);
    const own = declared.filter((event) => event.service === service);
    const logged = own.map(({ type }) => ({
      ...{ event_id: newCommandId(), coop_id: newCoopId(), aggregate: 'some/thing', seq: 1, type },
      ...{ command_id: newCommandId(), occurred_at: '2026-07-01T12:00:00.000Z' },
      ...{ data: '{}', traceparent: null, position: 1n },
    }));
    const places = await carrier.broker.send(logged);
    expect(new Set(places.map(({ topic }) => topic))).toEqual(new Set(own.map(topicOf)));
    expect(await carrier.broker.holds(places)).toBe(true);
    await carrier.close();
  });

  test.each(SERVICES)('is enough for %s to hear what it listens to, and for nothing else', async (service) => {
    const reads = await documentedReads(service);
    expect(await readFirst(service, reads, `ayni.${service}`)).toEqual(new Set(reads));
    const types = declared.filter((event) => reads.includes(topicOf(event))).map(({ type }) => type);
    expect((await lagOver(settingsOf(service), service, types, Date.now())).size).toBeGreaterThan(0);
    const others = TOPICS.filter((name) => !reads.includes(name));
    await expect(readFirst(service, others.slice(0, 1), `ayni.${service}`)).rejects.toThrow(/authorized/i);
  });
});
