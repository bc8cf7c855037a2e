import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readProcessConfig } from './config.js';

let folder: string;
let good: NodeJS.ProcessEnv;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ayni-config-'));
  const put = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  good = {
    DATABASE_URL: 'postgres://db.example:5433?sslmode=require',
    DATABASE_PASSWORDS_FILE: await put(
      'passwords.json',
      JSON.stringify({ migrator: 'm', runtime: 'r/@:%', relay: 'l', operator: 'o' }),
    ),
    KAFKA_BROKERS: 'one.example:9092,two.example:9092',
    AYNI_PUBLIC_KEYS_FILE: join(folder, 'keys.json'),
    AYNI_SIGNING_KEY_FILE: join(folder, 'signing.json'),
    CA: await put('ca.pem', '-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n'),
    PASSWORD: await put('password', 'of the broker\n'),
    EMPTY: await put('empty', '\n'),
    NO_JSON: await put('no.json', '{'),
    HALF: await put('half.json', '{"migrator":"m"}'),
  };
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const read = (more: NodeJS.ProcessEnv = {}, service: 'sales' | 'members' = 'sales') =>
  readProcessConfig(service, { ...good, ...more });

describe('what a process is told', () => {
  test('is its own database under its four roles, with whatever characters a password has', () => {
    const { database } = read();
    const runtime = new URL(database.runtime);
    expect([runtime.host, runtime.pathname, runtime.username, decodeURIComponent(runtime.password)]).toEqual([
      ...['db.example:5433', '/ayni_sales', 'sales_runtime', 'r/@:%'],
    ]);
    expect(runtime.searchParams.get('sslmode')).toBe('require');
    expect(database.migrator).toContain('sales_migrator:m@');
    expect(database.relay).toContain('sales_relay:l@');
    expect(database.operator).toContain('sales_operator:o@');
  });

  test('replaces credentials in the address of the server by its own', () => {
    const { database } = read({ DATABASE_URL: 'postgres://postgres:secret@db.example/postgres' });
    expect(database.runtime).not.toContain('secret');
    expect(new URL(database.runtime).pathname).toBe('/ayni_sales');
  });

  test('is little by itself: the rest has its defaults, and an empty variable counts as none', () => {
    expect(
      read({ AYNI_PORT: '', AYNI_PART: '', KAFKA_SASL_USERNAME: '', OTEL_EXPORTER_OTLP_ENDPOINT: '' }),
    ).toMatchObject({
      ...{
        host: '127.0.0.1',
        port: 0,
        logLevel: 'info',
        isExample: false,
        proxies: 0,
        hosts: [],
        metricsToken: undefined,
        part: 'all',
        readyAsJson: false,
        endsWithParent: false,
      },
      kafka: { brokers: ['one.example:9092', 'two.example:9092'], prefix: '', clientId: 'ayni-sales' },
      ...{ traces: undefined, signingKeyFile: undefined },
    });
  });

  test('is how the broker is reached: certificate and password from files, a prefix for what it shares', () => {
    const { kafka } = read({
      KAFKA_TOPIC_PREFIX: 'north.',
      KAFKA_TLS_CA_FILE: good['CA'],
      KAFKA_SASL_USERNAME: 'sales',
      KAFKA_SASL_PASSWORD_FILE: good['PASSWORD'],
    });
    expect(kafka).toMatchObject({
      prefix: 'north.',
      tls: { ca: expect.stringContaining('BEGIN CERTIFICATE') },
      sasl: { username: 'sales', password: 'of the broker' },
    });
  });

  test('is nothing of Kafka for a process that is a door only', () => {
    expect(read({ AYNI_PART: 'http', KAFKA_BROKERS: undefined }).kafka).toBeUndefined();
  });

  test('is the signing key for members and for nobody else', () => {
    expect(read({}, 'members').signingKeyFile).toBe(good['AYNI_SIGNING_KEY_FILE']);
    expect(read().signingKeyFile).toBeUndefined();
  });

  test('is whether the books are of an example, which pages then say', () => {
    expect(read({ AYNI_EXAMPLE: 'yes' }, 'members').isExample).toBe(true);
  });
});

test.each<[string, () => NodeJS.ProcessEnv]>([
  ['DATABASE_URL', () => ({ DATABASE_URL: undefined })],
  ['DATABASE_URL', () => ({ DATABASE_URL: 'mysql://db.example' })],
  ['DATABASE_URL', () => ({ DATABASE_URL: 'db.example:5432' })],
  ['DATABASE_PASSWORDS_FILE', () => ({ DATABASE_PASSWORDS_FILE: undefined })],
  ['DATABASE_PASSWORDS_FILE', () => ({ DATABASE_PASSWORDS_FILE: join(folder, 'missing') })],
  ['DATABASE_PASSWORDS_FILE', () => ({ DATABASE_PASSWORDS_FILE: good['NO_JSON'] })],
  ['DATABASE_PASSWORDS_FILE', () => ({ DATABASE_PASSWORDS_FILE: good['HALF'] })],
  ['KAFKA_BROKERS', () => ({ KAFKA_BROKERS: undefined })],
  ['KAFKA_BROKERS', () => ({ KAFKA_BROKERS: 'one.example' })],
  ['KAFKA_TOPIC_PREFIX', () => ({ KAFKA_TOPIC_PREFIX: 'north/' })],
  ['KAFKA_TLS_CA_FILE', () => ({ KAFKA_TLS_CA_FILE: good['PASSWORD'] })],
  ['KAFKA_SASL_PASSWORD_FILE', () => ({ KAFKA_SASL_USERNAME: 'sales' })],
  ['KAFKA_SASL_PASSWORD_FILE', () => ({ KAFKA_SASL_USERNAME: 'sales', KAFKA_SASL_PASSWORD_FILE: good['EMPTY'] })],
  ['KAFKA_SASL_USERNAME', () => ({ KAFKA_SASL_PASSWORD_FILE: good['PASSWORD'] })],
  ['AYNI_PUBLIC_KEYS_FILE', () => ({ AYNI_PUBLIC_KEYS_FILE: undefined })],
  ['AYNI_SIGNING_KEY_FILE', () => ({ AYNI_SIGNING_KEY_FILE: undefined })],
  ['AYNI_PORT', () => ({ AYNI_PORT: '65536' })],
  ['AYNI_PORT', () => ({ AYNI_PORT: 'http' })],
  ['AYNI_PART', () => ({ AYNI_PART: 'relay' })],
  ['AYNI_LOG_LEVEL', () => ({ AYNI_LOG_LEVEL: 'loud' })],
  ['AYNI_READY', () => ({ AYNI_READY: 'yes' })],
  ['AYNI_PARENT', () => ({ AYNI_PARENT: '1' })],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', () => ({ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' })],
])('a wrong %s is told by its name before anything is opened', (variable, wrong) => {
  expect(() => read(wrong(), 'members')).toThrow(expect.objectContaining({ variable }));
  expect(() => read(wrong(), 'members')).toThrow(new RegExp(`^${variable} `));
});
