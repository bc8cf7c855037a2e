import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { launch, type Launched } from './launch.js';

let folder: string;
let log: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ayni-launch-'));
  log = join(folder, 'program.log');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const shell = (script: string): Promise<Launched> => launch('/bin/sh', ['-c', script], log, {});

async function end(launched: Launched): Promise<void> {
  while (!launched.ended()) await pause(10);
}

test('what a program says goes to its log, and what earlier ones said there is not taken for it', async () => {
  await writeFile(log, 'from yesterday\n');
  const launched = await shell('echo one; echo two >&2');
  await end(launched);
  expect(await launched.said()).toBe('one\ntwo');
  expect(await readFile(log, 'utf8')).toBe('from yesterday\none\ntwo\n');
});

test('its log is nobody else’s to read', async () => {
  await end(await shell('true'));
  expect((await stat(log)).mode & 0o777).toBe(0o600);
});

test('it leads a group of its own, which no Ctrl-C of ours reaches', async () => {
  const launched = await shell('sleep 600');
  process.kill(-launched.pid, 'SIGKILL');
  await end(launched);
});

test('one that cannot be started has ended, and says why', async () => {
  const launched = await launch(join(folder, 'missing'), [], log, {});
  await end(launched);
  expect(launched.pid).toBe(0);
  expect(await launched.said()).toContain('ENOENT');
});
