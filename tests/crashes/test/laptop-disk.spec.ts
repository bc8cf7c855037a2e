import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdir, open, readFile, rm, stat, statfs, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { testFolder } from '@ayni/testing/test-folder';
import pg from 'pg';
import { SystemProcess } from '@ayni/testing-systems/system-process';
import { until } from '@ayni/testing/until';
import { onSmallDisk, type SmallDisk } from '../src/small-disk.js';

const DISK = '400m';
const STOP_MS = 10_000;
/** Too little for a database to write on, and enough for it to be read. */
const NEARLY = 48 * 2 ** 20;
const SETTINGS = { AYNI_LOG_LEVEL: 'info' };

/** Answers that nobody needs to be signed in for, each a line of the log. */
const refusals = async (url: string, count: number): Promise<number[]> =>
  Promise.all(Array.from({ length: count }, async () => (await fetch(`${url}/api/sales/v1/sales`)).status));

const setUpAt = async (url: string, setupCode: string): Promise<Response> =>
  fetch(`${url}/api/members/v1/setup`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      setupCode,
      coop: { code: 'chacoma', name: 'Chacoma', currency: 'BOB', timezone: 'America/La_Paz' },
      user: { name: 'first', password: 'a password of Chacoma' },
    }),
  });

/** Signs the first user in. @returns her token */
async function signInAt(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/members/v1/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ coop: 'chacoma', user: 'first', password: 'a password of Chacoma' }),
  });
  return ((await answer.json()) as { token: string }).token;
}

/** Who a service's door is to the database. */
async function roleOf(server: pg.Client): Promise<string> {
  const { rows } = await server.query<{ name: string }>(
    `SELECT rolname AS name FROM pg_roles WHERE rolname ~ 'inventory.*runtime'`,
  );
  return rows[0]?.name ?? '';
}

/** Connections take the settings of their role when they are made; those that end are replaced. */
const endConnections = async (server: pg.Client): Promise<unknown> =>
  server.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1 AND datname = current_database()`,
    [await roleOf(server)],
  );

/** What people look at. */
const READ = [
  '/api/members/v1/members',
  '/api/production/v1/harvests?format=csv',
  '/api/inventory/v1/stock',
  '/api/inventory/v1/lots',
  '/api/sales/v1/sales?format=csv',
  '/api/profit-sharing/v1/ledger/balances',
  '/api/profit-sharing/v1/seasons',
];

describe('a log that nothing can be written to', () => {
  let system: SystemProcess;

  beforeAll(async () => {
    const folder = testFolder();
    await mkdir(folder);
    await symlink('/dev/full', join(folder, 'ayni.log'));
    system = await SystemProcess.start({ form: 'laptop', folder, environment: SETTINGS });
  });

  afterAll(() => system.remove());

  test('keeps nobody from being answered, nor the system from ending in order', async () => {
    expect(new Set(await refusals(system.url, 500))).toEqual(new Set([401]));
    expect((await fetch(`${system.url}/health/ready`)).status).toBe(200);
    expect((await setUpAt(system.url, system.setupCode)).status).toBe(201);
    const { status, ms } = await system.stop();
    expect(status).toBe(0);
    expect(ms).toBeLessThan(STOP_MS);
  });

  test('is written again as soon as it can be, by its owner’s eyes only', async () => {
    const log = join(system.folder, 'ayni.log');
    await system.restart();
    await refusals(system.url, 1);
    await rm(log);
    await until(async (see) => see(await readFile(log, 'utf8').catch(() => '')).includes('"status":"401"'));
    expect((await stat(log)).mode & 0o777).toBe(0o600);
  });
});

test('lines of the log name the user and her co-op as people do, and no secret', async () => {
  const system = await SystemProcess.start({ form: 'laptop', environment: SETTINGS });
  try {
    const { token } = (await (await setUpAt(system.url, system.setupCode)).json()) as { token?: string };
    const signedIn = token ?? (await signInAt(system.url));
    await until(async (see) => {
      const answer = await fetch(`${system.url}/api/sales/v1/sales`, {
        headers: { Authorization: `Bearer ${signedIn}` },
      });
      await answer.arrayBuffer();
      const log = await readFile(join(system.folder, 'ayni.log'), 'utf8');
      return see(log).includes('"service":"sales","user":"first","coop":"chacoma"');
    });
    expect(await readFile(join(system.folder, 'ayni.log'), 'utf8')).not.toContain(signedIn);
  } finally {
    await system.remove();
  }
});

onSmallDisk(DISK, whatIsTried);

function whatIsTried({ disk, remove }: SmallDisk): void {
  const ballast = join(disk, 'ballast');
  let system: SystemProcess;

  beforeAll(async () => {
    system = await SystemProcess.start({ form: 'laptop', folder: join(disk, 'books'), environment: SETTINGS });
  });

  afterAll(async () => {
    await system.remove();
    await remove();
  });

  /** Writes until no more than so much is left; to the last block, where that is nothing. */
  async function fill(left: number): Promise<void> {
    const file = await open(ballast, 'a');
    try {
      for (let size = 2 ** 20; size >= 4_096;) {
        const { bavail, bsize } = await statfs(disk);
        if (bavail * bsize <= left) return;
        const { bytesWritten } = await file.write(Buffer.alloc(size)).catch(() => ({ bytesWritten: 0 }));
        if (bytesWritten < size) size /= 2;
      }
    } finally {
      await file.close();
    }
  }

  describe('when the laptop’s disk is as good as full', () => {
    test('who writes is told so, who reads is answered, and all goes on by itself when there is space', async () => {
      await fill(NEARLY);
      const refused = await until(async (see) => {
        const answer = await setUpAt(system.url, system.setupCode);
        return see(answer).status === 503 ? answer : undefined;
      });
      expect(refused.headers.get('retry-after')).toBe('60');
      expect(await refused.json()).toMatchObject({ code: 'disk-full', status: 503 });
      expect(new Set(await refusals(system.url, 200))).toEqual(new Set([401]));
      expect((await fetch(`${system.url}/health/ready`)).status).toBe(200);
      await rm(ballast);
      await until(async (see) => see((await setUpAt(system.url, system.setupCode)).status) === 201);
    });

    test('to the last block, what has to be sorted on the disk is refused as long as that is full, and nothing else ends', async () => {
      const headers = { Authorization: `Bearer ${await signInAt(system.url)}` };
      const feed = `${system.url}/api/inventory/v1/events?limit=500`;
      const name = (n: number): string => `${n} ${'tomato '.repeat(12)}`;
      const rows = Array.from({ length: 500 }, (_, n) => ({ code: `P-${n}`, name: name(n), stockUnit: 'g' }));
      await until(async (see) => {
        const answer = await fetch(`${system.url}/api/inventory/v1/products`, {
          method: 'POST',
          headers: { ...headers, 'Content-Type': 'application/json', 'Idempotency-Key': 'products' },
          body: JSON.stringify({ rows }),
        });
        return see(answer.status) === 201;
      });
      const server = await system.sql('inventory', 'superuser');
      // as little memory as there can be: a season of a hundred co-ops needs more than the usual
      const role = pg.escapeIdentifier(await roleOf(server));
      await server.query(`ALTER ROLE ${role} SET work_mem = '64kB'`);
      await endConnections(server);
      const read = async (): Promise<{ status: number; body: unknown }> => {
        const answer = await fetch(feed, { headers });
        return { status: answer.status, body: await answer.json() };
      };
      // connections that were ended are replaced
      const before = await until(async (see) => {
        const found = see(await read());
        return found.status === 200 && JSON.stringify(found.body).includes('P-499') ? found : undefined;
      });
      await fill(0);
      expect(await read()).toMatchObject({ status: 503, body: { code: 'disk-full' } });
      await rm(ballast);
      expect(await read()).toEqual(before);
      await server.query(`ALTER ROLE ${role} RESET work_mem`);
      await endConnections(server);
    });

    test('to the last block, tables come whole all the same', async () => {
      const headers = { Authorization: `Bearer ${await signInAt(system.url)}` };
      const table = async (format: string): Promise<{ status: number; bytes: Buffer }> => {
        const answer = await fetch(`${system.url}/api/inventory/v1/products?format=${format}`, { headers });
        return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
      };
      const csv = await until(async (see) => {
        const found = see(await table('csv'));
        return found.status === 200 && found.bytes.includes('P-499') ? found : undefined;
      });
      await fill(0);
      try {
        expect(await table('csv')).toEqual(csv);
        const { status, bytes } = await table('xlsx');
        // a zip's directory stands at its end
        expect([status, bytes.subarray(0, 2).toString(), bytes.subarray(-22, -18).toString('latin1')]).toEqual([
          ...[200, 'PK', 'PK\x05\x06'],
        ]);
      } finally {
        await rm(ballast);
      }
    });

    test('to the last block, who reads is answered and who writes is refused; it ends in order and starts with what was there', async () => {
      const headers = { Authorization: `Bearer ${await signInAt(system.url)}` };
      const read = async (path: string): Promise<number> => (await fetch(system.url + path, { headers })).status;
      // until every service knows the co-op
      for (const path of READ) await until(async (see) => see(await read(path)) === 200);
      await fill(0);
      expect((await fetch(`${system.url}/health/live`)).status).toBe(200);
      for (const path of READ) expect([path, await read(path)]).toEqual([path, 200]);
      const market = await fetch(`${system.url}/api/sales/v1/markets`, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json', 'Idempotency-Key': 'full' },
        body: JSON.stringify({ rows: [{ name: 'Viacha' }] }),
      });
      expect([market.status, await market.json()]).toMatchObject([503, { code: 'disk-full' }]);
      const { status, ms } = await system.stop();
      expect(status).toBe(0);
      expect(ms).toBeLessThan(STOP_MS);
      await rm(ballast);
      await system.restart();
      expect(system.isNew).toBe(false);
    });
  });
}
