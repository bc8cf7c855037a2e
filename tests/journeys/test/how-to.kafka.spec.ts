import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { Client } from '@ayni/api-client/client';
import { testFolder } from '@ayni/testing/test-folder';
import { until } from '@ayni/testing/until';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import './over-kafka.js';
import { commandsOf } from '../src/how-to/page.js';
import { Reader } from '../src/how-to/reader.js';
import { Shell } from '../src/how-to/shell.js';
import { startSystem } from '../src/start-system.js';

const PASSWORD = 'lluvia buena en agosto';
const RIPE_MS = 11 * 60_000;

let system: SystemProcess;
let shell: Shell;
beforeAll(async () => {
  system = await startSystem();
  const place = testFolder();
  mkdirSync(place, { recursive: true });
  shell = Shell.open(place, { AYNI_LANG: '' });
});
afterAll(async () => {
  shell.close();
  await system.remove();
});

test('the page on rotating keys says what comes: who is signed in stays so, and nobody is sent away', async () => {
  const commands = commandsOf('docs/how-to/rotate-keys.md');
  expect(commands.map(({ text }) => /keys (\w+)/.exec(text)?.[1])).toEqual(['rotate', 'retire']);
  const operator = new Reader(shell, (typed) => typed.replaceAll('.ayni/cluster', system.folder));
  const client = await Client.setUp(
    system.url,
    system.setupCode,
    { code: 'llaves', name: 'Productoras de Llaves', currency: 'BOB', timezone: 'America/La_Paz' },
    { name: 'martina', password: PASSWORD },
  );
  const kids = async (): Promise<string[]> => {
    const keys = (await client.get('/api/members/v1/keys')).field('keys').list;
    return keys.map((key) => key.field('kid').text);
  };
  // with a token of the first key
  await client.get('/api/inventory/v1/stock');
  const [first] = await kids();
  await operator.follow(commands.slice(0, 1));
  expect(await kids()).toEqual(expect.arrayContaining([first]));
  expect(await kids()).toHaveLength(2);
  await client.get('/api/inventory/v1/stock');
  const later = new Client(system.url, { coop: 'llaves', user: 'martina', password: PASSWORD });
  await later.get('/api/sales/v1/sales');
  // eleven minutes later
  const then = new Date(Date.now() - RIPE_MS - 1_000);
  await utimes(system.signingKeyFile, then, then);
  await operator.follow(commands.slice(1));
  await until(async (see) => see(await kids()).length === 1);
  expect(await kids()).not.toContain(first);
  await later.get('/api/production/v1/work');
});
