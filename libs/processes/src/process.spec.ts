import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';

import { isAlive, lives, markOf, signal } from './process.js';

let child: ChildProcess;

afterEach(() => {
  child.kill('SIGKILL');
});

async function start(script: string): Promise<{ pid: number; firstLine: string }> {
  child = spawn('/bin/sh', ['-c', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line]: unknown[] = child.stdout ? await once(child.stdout, 'data') : [];
  return { pid: child.pid ?? 0, firstLine: String(line).trim() };
}

test('a process lives until it is ended, and whoever ends it twice is not refused', async () => {
  const { pid } = await start('echo ready; read line');
  const mark = await markOf(pid);
  expect([isAlive(pid), await lives(mark)]).toEqual([true, true]);
  const exit = once(child, 'exit');
  signal(pid, 'SIGTERM');
  await exit;
  expect([isAlive(pid), await lives(mark)]).toEqual([false, false]);
  expect(() => signal(pid, 'SIGTERM')).not.toThrow();
});

test('another process that has the number of a dead one is not taken for it', async () => {
  const { pid } = await start('echo ready; read line');
  const { start: began } = await markOf(process.pid);
  expect(await lives({ pid, start: began })).toBe(false);
  expect(await lives({ pid, start: '' })).toBe(false);
});

// where there is no /proc, `ps` tells when a dead process began
(process.platform === 'linux' ? test : test.skip)(
  'a dead process whose parent has not asked for it yet does not live',
  async () => {
    const { firstLine } = await start('sleep 600 & echo $!; exec sleep 600');
    const pid = Number(firstLine);
    const mark = await markOf(pid);
    expect(await lives(mark)).toBe(true);
    signal(pid, 'SIGKILL');
    while (await lives(mark)) await pause(10);
    expect([isAlive(pid), await lives(mark)]).toEqual([true, false]);
  },
);
