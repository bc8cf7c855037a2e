import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { until } from '@ayni/testing/until';

import { endOf, read, send, Workbench } from './workbench.js';

let bench: Workbench;

beforeEach(() => {
  bench = new Workbench();
});

afterEach(() => bench.clear());

describe('while a broker runs', () => {
  test('Ctrl-C in the terminal does not reach it', async () => {
    const holder = bench.startHolder();
    const pid = await holder.pid;
    process.kill(-(holder.process.pid ?? 0), 'SIGINT');
    await holder.ended;

    const server = await bench.start();
    expect(server.adopted).toBe(true);
    expect(server.pid()).toBe(pid);
  });

  test('a second instance on the folder is refused, and the first goes on undisturbed', async () => {
    const first = await bench.start();
    await expect(bench.start()).rejects.toThrow('in use by another Ayni');
    const other = bench.startHolder();
    await other.ended;
    expect(await other.complaint).toContain('in use by another Ayni');
    await send(first.brokers, 'one');
    expect(await read(first.brokers, 1)).toEqual(['one']);
  });

  test('of several that start together on a new folder, one gets it and the others are refused', async () => {
    const outcomes = await Promise.allSettled([bench.start(), bench.start(), bench.start()]);
    const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : []));
    expect(refusals).toEqual(Array(2).fill(expect.stringContaining('in use by another Ayni')));
  });

  test('it is started again at the same address if it dies, with what it had acknowledged', async () => {
    const server = await bench.start();
    await send(server.brokers, 'one');
    const pid = server.pid();
    process.kill(pid, 'SIGKILL');
    await until(async () => server.pid() !== pid && (await endOf(server.brokers, 'kept')) === '1');
    await send(server.brokers, 'two');
    expect(await read(server.brokers, 2)).toEqual(['one', 'two']);
  });
});
