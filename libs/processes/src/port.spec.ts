import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';

import { becomesFree, freePort } from './port.js';

test('a free port is none that systems give to outgoing connections', async () => {
  const port = await freePort();
  expect(port).toBeGreaterThanOrEqual(20_000);
  expect(port).toBeLessThan(32_000);
  expect(await becomesFree(port)).toBe(true);
});

test('a port is taken while somebody listens, and free once they let go', async () => {
  const port = await freePort();
  const squatter = createServer().listen(port, '127.0.0.1');
  await once(squatter, 'listening');
  expect(await becomesFree(port)).toBe(false);
  const isFree = becomesFree(port);
  await pause(100);
  squatter.close();
  expect(await isFree).toBe(true);
});
