import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { endOf, read, send, Workbench } from './workbench.js';

let bench: Workbench;

beforeEach(() => {
  bench = new Workbench();
});

afterEach(() => bench.clear());

describe('after the process that started the broker was killed', () => {
  test('the next start takes the broker over with its records, and can stop it', async () => {
    const holder = bench.startHolder();
    const pid = await holder.pid;
    holder.process.kill('SIGKILL');
    await holder.ended;

    const server = await bench.start();
    expect(server.adopted).toBe(true);
    expect(server.pid()).toBe(pid);
    await send(server.brokers, 'one');
    expect(await read(server.brokers, 1)).toEqual(['one']);
    await server.stop();
    await expect(endOf(server.brokers, 'kept')).rejects.toThrow('ECONNREFUSED');
  });

  test('a first start that was cut short at any moment leaves nothing that hinders the next', async () => {
    for (const milliseconds of [300, 700, 1_200]) {
      const holder = bench.startHolder();
      await Promise.race([pause(milliseconds), holder.pid]);
      holder.process.kill('SIGKILL');
      await holder.ended;
    }
    const server = await bench.start();
    await send(server.brokers, 'one');
    expect(await read(server.brokers, 1)).toEqual(['one']);
  });

  test('a broker that hangs is taken down and started again', async () => {
    const holder = bench.startHolder();
    const pid = await holder.pid;
    holder.process.kill('SIGKILL');
    await holder.ended;
    process.kill(pid, 'SIGSTOP');

    const server = await bench.start();
    expect(server.pid()).not.toBe(pid);
    expect(bench.notices).toContainEqual(expect.stringContaining('does not answer'));
  });
});
