import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { removeKafka } from '@ayni/kafka-server/remove';
import { startKafka, type KafkaServer } from '@ayni/kafka-server/start';
import { makeCertificates } from '@ayni/testing/certificates';
import { testFolder } from '@ayni/testing/test-folder';
import { until } from '@ayni/testing/until';
import { KafkaCarrier } from '../src/carrier/kafka.carrier.js';
import type { KafkaSettings } from '../src/carrier/kafka.settings.js';
import { topicsOfTwo, TwoServices } from './two-services.js';

const folder = testFolder();
let server: KafkaServer;
let settings: KafkaSettings;

beforeAll(async () => {
  const files = await makeCertificates(join(folder, 'certificates'));
  const users = { broker: 'of-itself', ayni: 'a-secret' };
  server = await startKafka({ folder, onNotice: () => undefined, secured: { ...files, users } });
  const ca = await readFile(files.caFile, 'utf8');
  const sasl = { username: 'ayni', password: 'a-secret' };
  settings = { brokers: [server.brokers], prefix: '', clientId: 'test', tls: { ca }, sasl };
});
afterAll(async () => {
  await server.kill9();
  await removeKafka(folder);
});

const connect = async (changed: Partial<KafkaSettings> = {}): Promise<KafkaCarrier> =>
  KafkaCarrier.connect({ ...settings, ...changed }, await topicsOfTwo(), () => undefined);

test('events go over a broker that demands TLS and a password', async () => {
  const services = await TwoServices.make(connect);
  services.relay();
  services.consume();
  await services.sell('R1');
  await until(async () => Object.keys(await services.counts()).length === 1);
  await services.close();
});

test('who has another password, or none, is told so and carries nothing', async () => {
  await expect(connect({ sasl: { username: 'ayni', password: 'a-guess' } })).rejects.toThrow('invalid credentials');
  const { brokers, prefix, clientId, tls } = settings;
  const withoutPassword = { brokers, prefix, clientId, ...(tls && { tls }) };
  await expect(KafkaCarrier.connect(withoutPassword, await topicsOfTwo(), () => undefined)).rejects.toThrow();
});
