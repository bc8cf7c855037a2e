import { afterEach, expect, test } from '@jest/globals';

import { ask } from '@ayni/testing/sql';

import { Workbench } from './workbench.js';

const bench = new Workbench();

afterEach(() => bench.clear());

// in a file of its own: it takes as long as a silent server is given
test('a server that does not answer any more is replaced, and its data are there', async () => {
  const holder = bench.startHolder();
  await holder.ready;
  const pid = await bench.serverPid();
  process.kill(pid, 'SIGSTOP');
  holder.process.kill('SIGKILL');
  await holder.ended;

  const server = await bench.start();
  expect(server.adopted).toBe(false);
  expect(await bench.serverPid()).not.toBe(pid);
  expect(await ask(server.url('postgres', 'postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});
