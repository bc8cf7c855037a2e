import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { SERVICES } from '@ayni/contracts';
import { Answer } from '@ayni/api-client/answer';
import { runProgram, WORKSPACE } from '@ayni/testing/run-program';
import { SystemBooks } from '@ayni/testing-systems/system-books';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { Caller } from './caller.js';
import { passwordOf } from './people.js';
import { fill, setUp } from './small-coop.js';
import { startSystem } from './start-system.js';

const OPS = join(WORKSPACE, 'apps/ops/dist/main.js');
const COOP = 'chacoma';

let system: SystemProcess;
let books: SystemBooks;
let president: Caller;
beforeAll(async () => {
  system = await startSystem();
  books = await SystemBooks.open(system);
  await fill(await setUp(system, COOP), COOP);
  president = await Caller.signIn(system.url, COOP, 'first', passwordOf(COOP));
});
afterAll(async () => {
  await books.close();
  await system.remove();
});

async function verify(): Promise<{ status: number | null; trails: Answer[]; text: string }> {
  const asked = ['trail', 'verify', '--data', system.folder];
  const environment = { AYNI_LANG: 'en' };
  const { status, output } = await runProgram(process.execPath, [OPS, ...asked, '--json'], { environment });
  const { output: text } = await runProgram(process.execPath, [OPS, ...asked], { environment });
  return { status, trails: new Answer(JSON.parse(output), 'trail').field('trails').list, text };
}

test('each service keeps what was done of consequence in it, and the operator finds all of it as it was', async () => {
  const acts = new Map<string, string[]>();
  for (const service of SERVICES) {
    const { status, body } = await president.get(`/api/${service}/v1/trail?limit=500`);
    expect([service, status]).toEqual([service, 200]);
    acts.set(service, [...new Set(body.field('items').list.map((row) => row.field('act').text))].sort());
  }
  expect(Object.fromEntries(acts)).toMatchObject({
    members: expect.arrayContaining(['coops.make', 'password.choose', 'resolutions.adopt', 'users.register']),
    production: ['care.reverse', 'harvests.reverse', 'work.reverse'],
    inventory: expect.arrayContaining(['deliveries.reverse', 'losses.reverse']),
    sales: ['sales.reverse'],
    'profit-sharing': expect.arrayContaining([
      ...['advances.reverse', 'expenses.reverse', 'grants.reverse', 'runs.approve', 'runs.calculate', 'runs.propose'],
      ...['seasons.close', 'seasons.open'],
    ]),
  });
  const { status, trails, text } = await verify();
  expect(status).toBe(0);
  expect(trails.map((trail) => [trail.field('service').text, trail.field('broken').value])).toEqual(
    [...SERVICES].map((service) => [service, null]),
  );
  expect(text).toContain('holds');
});

test.each([
  ['was changed', `UPDATE trail SET user_name = 'second' WHERE number = 2`, 2],
  ['was taken out', 'DELETE FROM trail WHERE number = 3', 4],
])('an act that %s by whoever holds the database is found', async (_, statement, broken) => {
  await books.rows('profit-sharing', statement);
  const { status, trails, text } = await verify();
  expect(status).toBe(1);
  const found = trails.find((trail) => trail.field('service').text === 'profit-sharing');
  expect(found?.field('broken').value).toBeLessThanOrEqual(broken);
  expect(text).toMatch(/altered from \d+ on/);
});
