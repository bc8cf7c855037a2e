import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { ask } from '@ayni/testing/sql';

import { findAddresses } from '../src/addresses.js';
import { Workbench } from './workbench.js';

let bench: Workbench;

beforeEach(() => {
  bench = new Workbench();
});

afterEach(() => bench.clear());

describe('after the process that started the server was killed', () => {
  test('the next start takes the server over with its data, and can stop it', async () => {
    const holder = bench.startHolder();
    await holder.ready;
    const pid = await bench.serverPid();
    holder.process.kill('SIGKILL');
    await holder.ended;

    const server = await bench.start();
    expect(server.adopted).toBe(true);
    expect(await bench.serverPid()).toBe(pid);
    const address = server.url('postgres', 'postgres');
    await ask(address, 'CREATE TABLE kept AS SELECT 7 AS seven');
    await server.stop();
    await expect(ask(address, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  });

  test('a server that answers is never put down, whatever it answers: what it said is told', async () => {
    const holder = bench.startHolder();
    await holder.ready;
    const pid = await bench.serverPid();
    const { url } = await findAddresses(bench.folder);
    await ask(url('template1', 'postgres'), 'ALTER DATABASE postgres ALLOW_CONNECTIONS false');
    holder.process.kill('SIGKILL');
    await holder.ended;

    await expect(bench.start()).rejects.toThrow('not currently accepting connections');
    expect(await bench.serverPid()).toBe(pid);
    expect(bench.notices).toEqual([]);
    await ask(url('template1', 'postgres'), 'ALTER DATABASE postgres ALLOW_CONNECTIONS true');
    expect((await bench.start()).adopted).toBe(true);
  });

  test('a first start that was cut short at any moment leaves nothing that hinders the next', async () => {
    for (const milliseconds of [150, 300, 450, 600, 750]) {
      const holder = bench.startHolder();
      await Promise.race([pause(milliseconds), holder.ready]);
      holder.process.kill('SIGKILL');
      await holder.ended;
    }
    const server = await bench.start();
    expect(await ask(server.url('postgres', 'postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('the lock file of a dead server is no obstacle, also when its number belongs to another program now', async () => {
    const lockFile = join(bench.folder, 'postgres', 'postmaster.pid');
    await (await bench.start()).stop();
    const { uid, gid } = await stat(join(bench.folder, 'postgres'));
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
      cwd: tmpdir(),
      ...(process.getuid?.() === 0 && { uid, gid }), // the lock file counts only processes of the server's own user
    });
    await once(other, 'spawn');
    try {
      for (const pid of [2_000_000_000, other.pid]) {
        const text = `${pid}\n${join(bench.folder, 'postgres')}\n1700000000\n5432\n\n127.0.0.1\n\nready\n`;
        await writeFile(lockFile, text, { mode: 0o600 });
        if (process.getuid?.() === 0) await chown(lockFile, uid, gid);
        const server = await bench.start();
        expect(server.adopted).toBe(false);
        await server.stop();
      }
    } finally {
      other.kill();
    }
  });
});
