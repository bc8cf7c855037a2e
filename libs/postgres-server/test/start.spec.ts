import { once } from 'node:events';
import { appendFile, chmod, chown, mkdir, readFile, readdir, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { prepareDatabase } from '@ayni/database/prepare-database';
import { ask } from '@ayni/testing/sql';

import { Workbench } from './workbench.js';

const isRoot = process.getuid?.() === 0;

let bench: Workbench;

beforeEach(() => {
  bench = new Workbench();
});

afterEach(() => bench.clear());

describe('a server that is started, stopped and started again', () => {
  test('has its data, its port and its passwords as before', async () => {
    const first = await bench.start();
    const address = first.url('postgres', 'postgres');
    await ask(address, 'CREATE TABLE kept AS SELECT 7 AS seven');
    await first.stop();
    await expect(ask(address, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');

    const second = await bench.start();
    expect(second.adopted).toBe(false);
    expect(second.url('postgres', 'postgres')).toBe(address);
    expect(second.passwords('sales')).toEqual(first.passwords('sales'));
    expect(await ask(address, 'SELECT seven FROM kept')).toEqual([{ seven: 7 }]);
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
      expect(await ask(second.url('postgres', 'postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
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

  test('says why where PostgreSQL itself refuses to start', async () => {
    await (await bench.start()).stop();
    await appendFile(join(bench.folder, 'postgres', 'postgresql.auto.conf'), "shared_buffers = 'plenty'\n");
    await expect(bench.start()).rejects.toThrow('plenty');
  });

  test('names the file that is missing where the password of its data was lost', async () => {
    await (await bench.start()).stop();
    await rm(join(bench.folder, 'postgres.json'));
    await expect(bench.start()).rejects.toThrow('postgres.json is missing');
  });
});

describe('what others on the machine can do', () => {
  test('only this machine reaches the server, and only with a password', async () => {
    const server = await bench.start();
    const [row] = await ask(
      server.url('postgres', 'postgres'),
      `SELECT current_setting('listen_addresses') AS listens, current_setting('unix_socket_directories') AS sockets`,
    );
    expect(row).toEqual({ listens: '127.0.0.1', sockets: '' });
    await expect(ask(server.url('postgres', 'postgres', 'guess'), 'SELECT 1')).rejects.toThrow(
      'password authentication failed',
    );
  });

  test('nobody else can read the password or the data', async () => {
    await bench.start();
    expect((await stat(join(bench.folder, 'postgres.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(bench.folder, 'postgres.log'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(bench.folder, 'postgres'))).mode & 0o777).toBe(0o700);
  });

  test("a service's role cannot enter the databases of the server itself", async () => {
    const server = await bench.start();
    await prepareDatabase(server.url('postgres', 'postgres'), 'sales', server.passwords('sales'));
    await expect(ask(server.url('postgres', 'sales_runtime'), 'SELECT 1')).rejects.toThrow('rejects connection');
    expect(await ask(server.url('ayni_sales', 'sales_runtime'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

(isRoot ? describe : describe.skip)('for root, who starts the server as a system user', () => {
  test('the folder that the user cannot reach is named, with what to do, and nothing is made in it', async () => {
    await mkdir(bench.folder, { mode: 0o700 });
    const inner = new Workbench(join(bench.folder, 'books'));
    await expect(inner.start()).rejects.toThrow(
      `cannot reach ${bench.folder}. Allow it with: chmod o+x '${bench.folder}'`,
    );
    expect(await readdir(bench.folder)).toEqual([]);

    await chmod(bench.folder, 0o711);
    const server = await inner.start();
    await server.stop();
  });

  test('a server whose files root copied runs as the system user again', async () => {
    await (await bench.start()).stop();
    await chown(join(bench.folder, 'postgres'), 0, 0);
    const server = await bench.start();
    expect(await ask(server.url('postgres', 'postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    const status = await readFile(`/proc/${await bench.serverPid()}/status`, 'utf8').catch(() => 'Uid:\t1');
    expect(/^Uid:\t(\d+)/m.exec(status)?.[1]).not.toBe('0');
  });
});
