import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isService, SERVICES, type ServiceName } from '@ayni/contracts';
import { Answer } from '@ayni/api-client/answer';
import { Client } from '@ayni/api-client/client';
import { closeSeason } from '@ayni/api-client/close-season';
import { readFolder } from '@ayni/season-folder/folder';
import { loadFolder } from '@ayni/season-folder/load/load';
import { seasonCode } from '@ayni/season-folder/codes';
import { seasonOutcome } from '@ayni/season-folder/outcome';
import { shareOut } from '@ayni/season-folder/share-out';
import { SystemBooks } from '@ayni/testing-systems/system-books';
import { WORKSPACE } from '@ayni/testing/run-program';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import type pg from 'pg';
import { Doorway, type Passing } from './doorway.js';
import { startSystem } from './start-system.js';

const CHACOMA = join(WORKSPACE, 'examples/chacoma');
/** Moments at which a kill hurts. */
const MOMENTS = ['sent', 'answered', 'applying'] as const;
/** Twice at each; tests/crashes kills the processes of the other form one by one, at every moment that can be named. */
const KILLS = 2 * MOMENTS.length;

let system: SystemProcess;
let doorway: Doorway;

beforeAll(async () => {
  system = await startSystem();
  doorway = await Doorway.open(system.url);
});

afterAll(async () => {
  await doorway.close();
  await system.remove();
});

/** Settles when a service has applied events since it was asked, and so works on the next; or when there is nothing to come. */
async function nextApplied(inboxes: readonly pg.Client[], isOver: () => boolean): Promise<void> {
  const applied = async (): Promise<string> => {
    const counts = await Promise.all(inboxes.map((inbox) => inbox.query('SELECT count(*) AS events FROM inbox')));
    return JSON.stringify(counts.map(({ rows }) => rows));
  };
  const before = await applied();
  // without a pause: the load goes on meanwhile
  while (!isOver() && (await applied()) === before);
}

/** How many records a request carries. */
function recordsIn({ path, body }: Passing): number {
  if (!path.startsWith('/api/') || body === '') return 0;
  const sent = new Answer(JSON.parse(body), path);
  const rows = sent.field('rows').value ?? sent.field('codes').value;
  return Array.isArray(rows) ? rows.length : 0;
}

test(`killed ${KILLS} times while a season is loaded, and loaded again each time, the system comes to every figure to the centavo`, async () => {
  const folder = await readFolder(CHACOMA);
  const { coop, records } = folder;
  const signIn = { coop: 'chacoma', user: 'treasurer', password: 'a password of Chacoma' };
  const { name, currency, zone: timezone } = coop;
  await Client.setUp(
    doorway.url,
    system.setupCode,
    { code: signIn.coop, name, currency, timezone },
    { name: signIn.user, password: signIn.password },
  );
  const { sales: _lines, ...tables } = records;
  const total = Object.values(tables).reduce((sum, count) => sum + count, folder.receipts + records.work);
  const inboxes = await Promise.all([system.sql('inventory', 'superuser'), system.sql('profit-sharing', 'superuser')]);

  const pids = new Set([system.pid]);
  for (let kill = 1; kill <= KILLS; kill += 1) {
    // the n-th kill comes when n sevenths of all records have been sent; by turns in the middle of the work on a
    // request, when it is done and its client does not know, and when another service is applying what came of it
    const mark = Math.floor((total * kill) / (KILLS + 1));
    const moment = MOMENTS[kill % MOMENTS.length];
    const ended = new AbortController();
    let sent = 0;
    let loaded = false;
    let killed: Promise<unknown> | undefined;
    const strike = (): Promise<unknown> => {
      ended.abort(new Error('The system was killed'));
      return system.kill9();
    };
    const count = (passing: Passing): void => {
      sent += recordsIn(passing);
      if (sent >= mark) killed ??= moment === 'applying' ? nextApplied(inboxes, () => loaded).then(strike) : strike();
    };
    doorway.onSent = moment === 'answered' ? () => undefined : count;
    doorway.onAnswered = moment === 'answered' ? count : () => undefined;
    const client = new Client(doorway.url, signIn, ended.signal);
    // what it sent last may have been answered before the others apply it
    await loadFolder(client, folder).catch((error: unknown) => {
      if (!ended.signal.aborted) throw error;
    });
    loaded = true;
    expect({ kill, sent, isDue: killed !== undefined }).toEqual({ kill, sent, isDue: true });
    await killed;
    await system.restart();
    pids.add(system.pid);
    doorway.target = system.url;
  }
  expect(pids.size).toBe(KILLS + 1);

  doorway.onSent = doorway.onAnswered = () => undefined;
  const client = new Client(doorway.url, signIn);
  await loadFolder(client, folder);
  const season = seasonCode(coop.season.name);
  await closeSeason(client, season);
  const approver = { name: 'president', password: signIn.password };
  const run = await shareOut(client, { season, coop, approver, now: new Date() });
  const expected = JSON.parse(await readFile(join(CHACOMA, 'expected.json'), 'utf8')) as object;
  expect(await seasonOutcome(client, season, run, coop)).toMatchObject(expected);
});

test('after that every event of every log was applied once by each service that listens to it, and none is parked', async () => {
  const books = await SystemBooks.open(system);
  await books.quiet();
  for (const service of SERVICES) {
    const states = await books.rows<{ state: string }>(service, 'SELECT DISTINCT state FROM inbox');
    expect([service, ...states.filter(({ state }) => state !== 'applied')]).toEqual([service]);
    const gaps = await books.rows(
      service,
      `SELECT aggregate FROM outbox GROUP BY coop_id, aggregate HAVING max(seq) <> count(*)
       UNION ALL SELECT 'position' FROM outbox HAVING max(position) <> count(*)`,
    );
    expect([service, gaps]).toEqual([service, []]);
    for (const { source, types } of await books.rows<{ source: string; types: string[] }>(
      service,
      'SELECT source, array_agg(DISTINCT type) AS types FROM inbox GROUP BY source',
    )) {
      const list = types.map((type) => `'${type}'`).join(', ');
      const of = async (place: ServiceName, table: string, where: string): Promise<string[]> =>
        (
          await books.rows<{ id: string }>(place, `SELECT event_id::text AS id FROM ${table} WHERE ${where} ORDER BY 1`)
        ).map(({ id }) => id);
      if (!isService(source)) throw new Error(`${source} is no service`);
      expect(await of(service, 'inbox', `source = '${source}' AND type IN (${list})`)).toEqual(
        await of(source, 'outbox', `type IN (${list})`),
      );
    }
  }
});
