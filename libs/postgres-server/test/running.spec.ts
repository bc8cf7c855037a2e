import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';

import { ask } from '@ayni/testing/sql';

import { askPatiently, Workbench } from './workbench.js';

let bench: Workbench;

beforeEach(() => {
  bench = new Workbench();
});

afterEach(() => bench.clear());

describe('while a server runs', () => {
  test('Ctrl-C in the terminal does not reach it', async () => {
    const holder = bench.startHolder();
    await holder.ready;
    const pid = await bench.serverPid();
    process.kill(-(holder.process.pid ?? 0), 'SIGINT');
    await holder.ended;

    const server = await bench.start();
    expect(server.adopted).toBe(true);
    expect(await bench.serverPid()).toBe(pid);
  });

  test('a second instance on the folder is refused, and the first goes on undisturbed', async () => {
    const first = await bench.start();
    await expect(bench.start()).rejects.toThrow(`${bench.folder} is in use by another Ayni`);
    expect(await ask(first.url('postgres', 'postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('of several that start together on a new folder, one gets it and the others are refused', async () => {
    const outcomes = await Promise.allSettled([bench.start(), bench.start(), bench.start()]);
    const servers = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : []));
    expect(servers).toHaveLength(1);
    expect(refusals).toEqual(Array(2).fill(expect.stringContaining('in use by another Ayni')));
    expect(await ask(servers[0]?.url('postgres', 'postgres') ?? '', 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('it is started again at the same address if it dies', async () => {
    const server = await bench.start({ durable: true });
    const address = server.url('postgres', 'postgres');
    await ask(address, 'CREATE TABLE kept AS SELECT 7 AS seven');
    process.kill(await bench.serverPid(), 'SIGKILL');
    expect(await askPatiently(address, 'SELECT seven FROM kept')).toEqual([{ seven: 7 }]);

    await askPatiently(address, "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted");
    await expect(bench.start()).rejects.toThrow('in use by another Ayni');
  });

  test('an instance that lost it to another does not stop it under that one', async () => {
    const loser = await bench.start({ durable: true });
    const address = loser.url('postgres', 'postgres');
    // takes the lock as another start would that was quicker after a crash
    const winner = new pg.Client({ connectionString: address });
    await winner.connect();
    const waiting = winner.query('SELECT pg_advisory_lock(1635348073, 1)');
    await askPatiently(address, "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted");
    await ask(address, `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted`);
    await waiting;
    await loser.stop();
    expect((await winner.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await winner.end();

    const next = await bench.start();
    expect(next.adopted).toBe(true);
  });
});
