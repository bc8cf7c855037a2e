import { once } from 'node:events';
import { appendFile, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import type { KafkaServer } from '../src/start.js';
import { endOf, clientOf, read, send, Workbench } from './workbench.js';

describe('a broker that is started, stopped and started again', () => {
  let bench: Workbench;

  beforeEach(() => {
    bench = new Workbench();
  });

  afterEach(() => bench.clear());

  test('has its records and its port as before, and stops within seconds', async () => {
    const first = await bench.start();
    await send(first.brokers, 'one');
    const since = Date.now();
    await first.stop();
    expect(Date.now() - since).toBeLessThan(15_000);
    await expect(endOf(first.brokers, 'kept')).rejects.toThrow('ECONNREFUSED');

    const second = await bench.start();
    expect(second.adopted).toBe(false);
    expect(second.brokers).toBe(first.brokers);
    await send(second.brokers, 'two');
    expect(await read(second.brokers, 2)).toEqual(['one', 'two']);
  });

  test('begins empty where its data were deleted, at the same port', async () => {
    const first = await bench.start();
    await send(first.brokers, 'lost');
    await first.kill9();
    await rm(join(bench.folder, 'kafka'), { recursive: true });

    const second = await bench.start();
    expect(second.brokers).toBe(first.brokers);
    await send(second.brokers, 'new');
    expect(await read(second.brokers, 1)).toEqual(['new']);
  });

  test('moves to another port and says so where something else took its own', async () => {
    const first = await bench.start();
    await first.stop();
    const squatter = createServer().listen(first.port, '127.0.0.1');
    await once(squatter, 'listening');
    try {
      const second = await bench.start();
      expect(second.port).not.toBe(first.port);
      expect(bench.notices).toContainEqual(expect.stringContaining(`Port ${first.port} is taken`));
    } finally {
      squatter.close();
    }
  });

  test('refuses a port that it was told to take and cannot', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await once(squatter, 'listening');
    try {
      const address = squatter.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      await expect(bench.start({ port })).rejects.toThrow(`Port ${port} of 127.0.0.1 is taken`);
    } finally {
      squatter.close();
    }
  });

  test('says why where Kafka itself refuses to start', async () => {
    await (await bench.start()).stop();
    await appendFile(join(bench.folder, 'kafka', 'meta.properties'), 'node.id=7\n');
    await expect(bench.start()).rejects.toThrow(/did not start: .*Stored node id 7/s);
  });
});

describe('a broker as it is given out', () => {
  const bench = new Workbench();
  let server: KafkaServer;

  beforeAll(async () => {
    server = await bench.start();
  });

  afterAll(() => bench.clear());

  test('serves groups of consumers from the moment that it is given out', async () => {
    const admin = clientOf(server.brokers).admin();
    await admin.connect();
    try {
      expect(await admin.describeCluster()).toMatchObject({ brokers: [{ host: '127.0.0.1', port: server.port }] });
      expect(await admin.fetchOffsets({ groupId: 'anybody' })).toEqual([]);
    } finally {
      await admin.disconnect();
    }
  });

  test('makes no topic by a typing error in a client', async () => {
    const producer = clientOf(server.brokers).producer();
    await producer.connect();
    try {
      const sent = producer.send({ topic: 'ayni.sales.sails', messages: [{ value: 'lost' }] });
      await expect(sent).rejects.toThrow('does not host this topic-partition');
    } finally {
      await producer.disconnect();
    }
  });

  test('nobody else on the machine can read the records or the log', async () => {
    expect((await stat(join(bench.folder, 'kafka'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(bench.folder, 'kafka.properties'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(bench.folder, 'kafka.log'))).mode & 0o777).toBe(0o600);
    const lines = (await readFile(join(bench.folder, 'kafka.log'), 'utf8')).split('\n');
    // on a busy machine it tells of its own slowness as of an error
    expect(lines.filter((line) => / ERROR /.test(line) && !line.includes('Exceptionally slow'))).toEqual([]);
  });
});
