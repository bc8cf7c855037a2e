import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { SERVICES, type ServiceName } from '@ayni/contracts';
import { removeKafka } from '@ayni/kafka-server/remove';
import { DEMO_FILE } from '@ayni/processes/data-folder';
import { isAlive, signal } from '@ayni/processes/process';
import { Answer } from '@ayni/api-client/answer';
import { Client } from '@ayni/api-client/client';
import { ask } from '@ayni/testing/ask';
import { testFolder } from '@ayni/testing/test-folder';
import { until } from '@ayni/testing/until';
import { runProgram, WORKSPACE } from '@ayni/testing/run-program';
import { SystemProcess } from '@ayni/testing-systems/system-process';

const STOP_MS = 15_000;
const TREASURER = { coop: 'chacoma', user: 'first', password: 'a password of theirs' };

let cluster: SystemProcess;
let client: Client;

beforeAll(async () => {
  // a folder of the demo, whose books are nobody's
  const folder = testFolder();
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, DEMO_FILE), '{}');
  cluster = await SystemProcess.start({ form: 'kafka', folder });
  client = await Client.setUp(
    cluster.url,
    cluster.setupCode,
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

afterAll(async () => {
  await cluster.stop();
  await removeKafka(cluster.folder);
  await cluster.remove();
});

const pids = async (): Promise<number[]> =>
  Promise.all(SERVICES.map(async (name) => (await cluster.processOf(name)).pid));

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
const nothingYet = (seconds: number, service: ServiceName = 'inventory'): string =>
  `/api/${service}/v1/commands/${randomUUID()}?events=ayni.sales.sale-recorded.v1:1&wait=${seconds}`;

async function signedIn(): Promise<Record<string, string>> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify(TREASURER);
  const answer = await ask(`${cluster.url}/api/members/v1/sessions`, { method: 'POST', headers, body });
  return { authorization: `Bearer ${new Answer(await answer.json(), 'session').field('token').text}` };
}

/** By which key a session is signed. */
const keyOf = ({ authorization = '' }: Record<string, string>): string => {
  const header = Buffer.from(authorization.slice('Bearer '.length).split('.')[0] ?? '', 'base64url').toString();
  return new Answer(JSON.parse(header), 'header').field('kid').text;
};

/** Starts another process of a service beside the one that the system started. */
async function another(service: ServiceName, part: 'http' | 'worker') {
  const { environment } = await cluster.processOf(service);
  const child = spawn(process.execPath, [join(WORKSPACE, `services/${service}/dist/main.js`)], {
    env: { ...process.env, ...environment, AYNI_PART: part, AYNI_LOG_LEVEL: 'silent' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(() => child.exitCode);
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`the ${part} of ${service} did not start`)));
    createInterface(child.stdout).once('line', (line) => resolve(new Answer(JSON.parse(line), part).field('url').text));
  });
  return { child, ended, url };
}

const states = async (): Promise<unknown> => (await (await fetch(`${cluster.url}/health/ready`)).json()) as unknown;

/** What the system says once it is ready; a service that is slow to say so is asked again. */
const allReady = (): Promise<unknown> =>
  until(async (see) => {
    const all = see(await states());
    return Reflect.get(Object(all), 'ready') === true ? all : undefined;
  });

describe('people at the one address', () => {
  test('sell, and the ledger of another process has it once', async () => {
    await client.settled(await sell('R-1'), 'profit-sharing');
    expect(await posted('R-1')).toBe(1);
  });

  test('are told that the books are an example, where they are one', async () => {
    const asked = await fetch(`${cluster.url}/api/members/v1/setup`);
    expect(await asked.json()).toMatchObject({ isExample: true });
  });

  test('find health, docs, schemas and the metrics of all services and of one', async () => {
    const { url } = cluster;
    expect(await allReady()).toEqual({
      ready: true,
      services: Object.fromEntries(SERVICES.map((name) => [name, true])),
    });
    for (const path of ['/health/live', '/docs', '/schemas/ayni.sales.sale-recorded.v1.json', '/docs/start.js'])
      expect([path, (await fetch(url + path)).status]).toEqual([path, 200]);
    const metrics = await until(async (see) => {
      const text = await (await fetch(`${url}/metrics`)).text();
      // those of a service that is slow to answer are left out
      const isOn = (name: string): boolean =>
        new RegExp(`^ayni_outbox_waiting\\{[^}]*service="${name}"`, 'm').test(text);
      return see(SERVICES.filter((name) => !isOn(name))).length === 0 ? text : undefined;
    });
    for (const name of SERVICES) {
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
    const { status, errors } = await cluster.startSecond();
    expect([status, errors]).toEqual([1, expect.stringContaining(`${cluster.folder} is in use by another Ayni`)]);
    await allReady();
  });

  test('sees a killed service answered for until it is back, and nothing is lost', async () => {
    const kill = async (): Promise<void> => signal((await cluster.processOf('inventory')).pid, 'SIGKILL');
    const away = await until(async (see) => {
      // each time: it may be back before it is asked
      await kill();
      const answer = await fetch(`${cluster.url}/api/inventory/v1/stock`, {
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
    await until(async (see) => {
      await kill();
      const all = new Answer(see(await states()), 'states');
      const [inventory, sales] = ['inventory', 'sales'].map((name) => all.field('services').field(name).value);
      return all.field('ready').value === false && inventory === false && sales === true;
    });

    const sold = await sell('R-2');
    await client.settled(sold, 'inventory');
    await client.settled(sold, 'profit-sharing');
    await until((see) =>
      see(cluster.notices.join('\n')).includes('The service inventory ended (SIGKILL); it is started again.'),
    );
    await allReady();
  });

  test('runs more processes of a service with the settings that are written down, its door and its worker apart', async () => {
    const [door, worker] = [await another('inventory', 'http'), await another('inventory', 'worker')];
    try {
      for (const { url } of [door, worker]) expect((await ask(`${url}/health/ready`)).status).toBe(200);
      expect((await fetch(`${worker.url}/api/inventory/v1/stock`)).status).toBe(404);
      const metrics = await (await fetch(`${worker.url}/metrics`)).text();
      expect(metrics).toMatch(/^ayni_consumer_lag\{[^}]*service="inventory"/m);

      const answer = await ask(`${door.url}/api/inventory/v1/products`, {
        method: 'POST',
        headers: { ...(await signedIn()), 'content-type': 'application/json', 'idempotency-key': randomUUID() },
        body: JSON.stringify({ rows: [{ code: 'QUINOA', name: 'Quinoa', stockUnit: 'g' }] }),
      });
      expect(answer.status).toBe(201);
      const command = new Answer(await answer.json(), 'products').field('command');
      const events = command.field('events').entries.map(([type, count]): [string, number] => [type, count.number]);
      await client.settled({ id: command.field('id').text, events: new Map(events) }, 'sales');
      for (const n of [1, 2, 3, 4, 5]) await client.settled(await sell(`R-3-${n}`), 'inventory');
    } finally {
      // its standard input is all that a process needs to notice that nobody is there any more
      for (const { child } of [door, worker]) child.stdin.end();
      for (const { ended } of [door, worker]) expect(await ended).toBe(0);
    }
  });

  test('has another key sign sessions, and whoever is signed in stays so', async () => {
    const keys = (what: string) =>
      runProgram(process.execPath, [join(WORKSPACE, 'apps/ops/dist/main.js'), 'keys', what, '--data', cluster.folder], {
        environment: { AYNI_LANG: 'en' },
      });
    const before = await signedIn();
    expect(await keys('rotate')).toMatchObject({ status: 0, errors: '' });
    const after = await signedIn();
    expect(keyOf(after)).not.toBe(keyOf(before));
    for (const headers of [before, after])
      for (const service of SERVICES)
        expect([service, (await ask(cluster.url + nothingYet(0, service), { headers })).status]).toEqual([
          service,
          200,
        ]);

    expect(await keys('retire')).toMatchObject({
      status: 1,
      errors: expect.stringContaining('try again in 11 minutes'),
    });
    const elevenMinutesAgo = new Date(Date.now() - 11 * 60_000);
    await utimes(cluster.signingKeyFile, elevenMinutesAgo, elevenMinutesAgo);
    expect(await keys('retire')).toMatchObject({ status: 0, errors: '' });
    await until(async (see) => {
      const published = new Answer(await (await fetch(`${cluster.url}/api/members/v1/keys`)).json(), 'keys');
      const known = see(published.field('keys').list.map((key) => key.field('kid').text));
      return known.length === 1 && known[0] === keyOf(after);
    });
  });

  test('starts it again on the folder after it was killed, and finds no process of before and every sale once', async () => {
    await client.settled(await sell('R-4'), 'profit-sharing');
    const before = await pids();
    await sell('R-5');
    const { pid } = cluster;
    process.kill(pid, 'SIGKILL');
    await until(() => !isAlive(pid));
    await cluster.restart();
    expect(cluster.isNew).toBe(false);
    expect(before.filter(isAlive)).toEqual([]);
    client = new Client(cluster.url, TREASURER);
    await until(async (see) => see(await posted('R-5')) === 1);
    expect(await posted('R-4')).toBe(1);
  });

  test('stops it in order and soon, and nothing of it is left running', async () => {
    const before = await pids();
    // who waits for what does not come must not hold the system up
    const patient = fetch(cluster.url + nothingYet(30), { headers: await signedIn() });
    // who asked behind her has waited: so she does
    await client.get(nothingYet(1));
    const { status, ms } = await cluster.stop();
    expect((await patient).status).toBe(200);
    expect(status).toBe(0);
    expect(ms).toBeLessThan(STOP_MS);
    expect(before.filter(isAlive)).toEqual([]);
    await expect(fetch(cluster.url)).rejects.toThrow();
    await cluster.restart();
    client = new Client(cluster.url, TREASURER);
    expect(await posted('R-1')).toBe(1);
  });
});
