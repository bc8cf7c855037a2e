import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { removeKafka, startKafka, type KafkaServer } from '@ayni/kafka';
import { makeCertificates, testFolder, until } from '@ayni/testing';
import { KafkaCarrier, readTopics, type KafkaSettings } from '../src/index.js';
import { TwoServices } from './two-services.js';

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
  KafkaCarrier.connect({ ...settings, ...changed }, await readTopics(), () => undefined);

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
  await expect(KafkaCarrier.connect(withoutPassword, await readTopics(), () => undefined)).rejects.toThrow();
});
