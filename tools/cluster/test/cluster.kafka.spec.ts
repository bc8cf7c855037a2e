import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { SERVICES } from '@ayni/contracts';
import { Answer, Client } from '@ayni/season';
import { until } from '@ayni/testing';
import { ClusterProcess } from './cluster-process.js';

jest.setTimeout(180_000);

const STOP_MS = 15_000;
const TREASURER = { coop: 'chacoma', user: 'first', password: 'a password of theirs' };

let cluster: ClusterProcess;
let client: Client;

beforeAll(async () => {
  cluster = await ClusterProcess.start();
  client = await Client.setUp(
    cluster.ready.url,
    cluster.ready.setupCode ?? '',
    { code: TREASURER.coop, name: 'Chacoma', currency: 'BOB', timezone: 'America/La_Paz' },
    { name: TREASURER.user, password: TREASURER.password },
  );
  const unit = { product: 'ONION', unit: 'kg', factor: '1000', validFrom: '2024-01-01' };
  const season = {
    ...{ code: '2025', name: 'Season', from: '2025-01-01', to: '2025-12-31', cashUnit: '0.10' },
    ruleSet: {
      code: 'by-work',
      steps: [],
      bases: [{ basis: 'work-minutes', percent: '100.00' }],
      offsets: { order: [] },
    },
  };
  const commands = [
    await client.command('/api/inventory/v1/products', { rows: [{ code: 'ONION', name: 'Onion', stockUnit: 'g' }] }),
    await client.command('/api/inventory/v1/units', { rows: [unit] }),
    await client.command('/api/profit-sharing/v1/seasons', { rows: [season] }),
    await client.command('/api/sales/v1/markets', { rows: [{ name: 'Villa Dolores' }] }),
  ];
  for (const command of commands) for (const service of SERVICES) await client.settled(command, service);
});

afterAll(() => cluster.remove());

const sell = (receipt: string) =>
  client.command('/api/sales/v1/sales', {
    rows: [
      {
        ...{ receipt, soldAt: '2025-06-01T10:00:00-04:00', market: 'Villa Dolores', payment: 'cash' },
        lines: [{ product: 'ONION', quantity: '2', unit: 'kg', unitPrice: '12.50' }],
      },
    ],
  });

/** The documents of sales that the ledger holds; each has to be there once. */
async function posted(receipt: string): Promise<number> {
  const entries = await client.get(`/api/profit-sharing/v1/ledger/entries?code=${receipt}`);
  return entries.field('items').list.length;
}

/** Asks about a command that nobody gave. */
const nothingYet = (seconds: number): string =>
  `/api/inventory/v1/commands/${randomUUID()}?events=ayni.sales.sale-recorded.v1:1&wait=${seconds}`;

async function signedIn(): Promise<Record<string, string>> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify(TREASURER);
  const answer = await fetch(`${cluster.ready.url}/api/members/v1/sessions`, { method: 'POST', headers, body });
  return { authorization: `Bearer ${new Answer(await answer.json(), 'session').field('token').text}` };
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const states = async (): Promise<unknown> =>
  (await (await fetch(`${cluster.ready.url}/health/ready`)).json()) as unknown;

describe('people at the one address', () => {
  test('sell, and the ledger of another process has it once', async () => {
    await client.settled(await sell('R-1'), 'profit-sharing');
    expect(await posted('R-1')).toBe(1);
  });

  test('find health, docs, schemas and the metrics of all services and of one', async () => {
    const { url } = cluster.ready;
    expect(await states()).toEqual({ ready: true, services: Object.fromEntries(SERVICES.map((name) => [name, true])) });
    for (const path of ['/health/live', '/docs', '/schemas/ayni.sales.sale-recorded.v1.json', '/docs/start.js'])
      expect([path, (await fetch(url + path)).status]).toEqual([path, 200]);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    for (const name of SERVICES) {
      expect(metrics).toMatch(new RegExp(`^ayni_outbox_waiting\\{[^}]*service="${name}"`, 'm'));
      const own = await (await fetch(`${url}/metrics/${name}`)).text();
      expect(own.match(/service="[\w-]+"/g)?.every((label) => label === `service="${name}"`)).toBe(true);
      expect((await fetch(`${url}/docs/${name}.json`)).status).toBe(200);
    }
    const declared = metrics.match(/^# TYPE \S+/gm) ?? [];
    expect(new Set(declared).size).toBe(declared.length);
    const missing = await fetch(`${url}/api/nothing/v1/x`);
    expect([missing.status, missing.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  });

  test('wait through it for what a command does elsewhere, as long as they asked', async () => {
    const began = performance.now();
    const seen = await client.get(nothingYet(2));
    expect(seen.field('settled').flag).toBe(false);
    expect(performance.now() - began).toBeGreaterThan(1_900);
  });
});

describe('an operator', () => {
  test('cannot start a second instance on the folder, and the first goes on', async () => {
    const { status, said } = await cluster.second();
    expect([status, said]).toEqual([1, expect.stringContaining(`${cluster.folder} is in use by another Ayni`)]);
    expect(await states()).toMatchObject({ ready: true });
  });

  test('sees a killed service answered for until it is back, and nothing is lost', async () => {
    const before = cluster.pidOf('inventory');
    process.kill(before, 'SIGKILL');
    const away = await until(async (see) => {
      const answer = await fetch(`${cluster.ready.url}/api/inventory/v1/stock`, {
        headers: { 'accept-language': 'en' },
      });
      return see(answer.status) === 503 ? answer : undefined;
    });
    expect(away.headers.get('retry-after')).toBe('1');
    expect(away.headers.get('content-type')).toBe('application/problem+json');
    expect(await away.json()).toMatchObject({
      code: 'not-ready',
      status: 503,
      detail: 'The system is busy; try again.',
    });
    expect(await states()).toMatchObject({ ready: false, services: { inventory: false, sales: true } });

    const sold = await sell('R-2');
    await client.settled(sold, 'inventory');
    await client.settled(sold, 'profit-sharing');
    expect(cluster.notices.join('\n')).toContain('The service inventory ended (SIGKILL); it is started again.');
    await until(async (see) => Reflect.get(Object(see(await states())), 'ready'), { timeoutMs: 30_000 });
  });

  test('runs a second process of a service beside the first, with the settings that are written down', async () => {
    const notes: unknown = JSON.parse(await readFile(join(cluster.folder, 'run', 'inventory.json'), 'utf8'));
    const { environment } = notes as { environment: Record<string, string> };
    const program = fileURLToPath(new URL('../../../services/inventory/dist/main.js', import.meta.url));
    const child = spawn(process.execPath, [program], {
      env: { ...process.env, ...environment },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    const url = new Answer(JSON.parse(line), 'ready').field('url').text;
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    await client.settled(await sell('R-3'), 'inventory');
    // its standard input is all that it needs to notice that nobody is there any more
    child.stdin.end();
    await once(child, 'exit');
    expect(child.exitCode).toBe(0);
  });

  test('starts it again on the folder after it was killed, and finds no process of before and every sale once', async () => {
    await client.settled(await sell('R-4'), 'profit-sharing');
    const before = SERVICES.map((name) => cluster.pidOf(name));
    await sell('R-5');
    await cluster.end('SIGKILL');
    await cluster.restart();
    expect(cluster.ready.setupCode).toBeNull();
    expect(before.filter(isAlive)).toEqual([]);
    client = new Client(cluster.ready.url, TREASURER);
    await until(async (see) => see(await posted('R-5')) === 1, { timeoutMs: 30_000 });
    expect(await posted('R-4')).toBe(1);
  });

  test('stops it in order and soon, and nothing of it is left running', async () => {
    const pids = SERVICES.map((name) => cluster.pidOf(name));
    // who waits for what does not come must not hold the system up
    const patient = fetch(cluster.ready.url + nothingYet(30), { headers: await signedIn() });
    const { status, ms } = await cluster.end('SIGTERM');
    expect((await patient).status).toBe(200);
    expect(status).toBe(0);
    expect(ms).toBeLessThan(STOP_MS);
    expect(pids.filter(isAlive)).toEqual([]);
    await expect(fetch(cluster.ready.url)).rejects.toThrow();
    await cluster.restart();
    client = new Client(cluster.ready.url, TREASURER);
    expect(await posted('R-1')).toBe(1);
  });
});
