import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeCertificates } from '@ayni/testing/certificates';
import type { KafkaConfig } from 'kafkajs';

import type { KafkaServer } from '../src/start.js';
import { read, send, Workbench } from './workbench.js';

const bench = new Workbench();
let server: KafkaServer;
let ca: string;

beforeAll(async () => {
  const folder = join(bench.folder, 'certificates');
  const files = await makeCertificates(folder);
  ca = await readFile(files.caFile, 'utf8');
  server = await bench.start({ secured: { ...files, users: { broker: 'of-itself', sales: 'secret' } } });
});

afterAll(() => bench.clear());

const as = (username: string, password: string): Partial<KafkaConfig> => ({
  ssl: { ca: [ca] },
  sasl: { mechanism: 'scram-sha-512', username, password },
});

describe('a broker that demands TLS and a password', () => {
  test('serves a user that has both', async () => {
    await send(server.brokers, 'one', as('sales', 'secret'));
    expect(await read(server.brokers, 1, as('sales', 'secret'))).toEqual(['one']);
  });

  test.each([
    ['a wrong password', () => as('sales', 'guess'), 'invalid credentials'],
    ['a user that it does not know', () => as('nobody', 'secret'), 'invalid credentials'],
    ['no password', () => ({ ssl: { ca: [ca] } }), /./],
    ['no TLS', () => ({ ...as('sales', 'secret'), ssl: false }), /./],
    ['another authority in mind', () => ({ ...as('sales', 'secret'), ssl: true }), 'certificate'],
  ])('refuses one with %s', async (_, config, message) => {
    await expect(send(server.brokers, 'two', config())).rejects.toThrow(message);
  });

  test('keeps its users over a restart', async () => {
    await server.stop();
    const caFile = join(bench.folder, 'certificates', 'ca.pem');
    const keyFile = join(bench.folder, 'certificates', 'broker.both.pem');
    server = await bench.start({ secured: { caFile, keyFile, users: { broker: 'of-itself', sales: 'secret' } } });
    await send(server.brokers, 'three', as('sales', 'secret'));
    await expect(send(server.brokers, 'four', as('sales', 'guess'))).rejects.toThrow('invalid credentials');
  });

  test('refuses a user whose password its own formats would read otherwise', async () => {
    const secured = { keyFile: 'none', caFile: 'none', users: { sales: 'se"cret]' } };
    const other = new Workbench();
    await expect(other.start({ secured })).rejects.toThrow('"sales" may have letters');
    await other.clear();
  });
});
