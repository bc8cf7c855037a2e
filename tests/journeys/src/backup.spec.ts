import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { SERVICES, type ServiceName } from '@ayni/contracts';
import type { Answer } from '@ayni/api-client/answer';
import { Client } from '@ayni/api-client/client';
import { closeSeason } from '@ayni/api-client/close-season';
import { readFolder, type SeasonFolder } from '@ayni/season-folder/folder';
import { loadFolder } from '@ayni/season-folder/load/load';
import { coopCode, seasonCode } from '@ayni/season-folder/codes';
import { seasonOutcome } from '@ayni/season-folder/outcome';
import { shareOut } from '@ayni/season-folder/share-out';
import { removeBooks } from '@ayni/testing-systems/books-url';
import { testFolder } from '@ayni/testing/test-folder';
import { until } from '@ayni/testing/until';
import { SystemBooks } from '@ayni/testing-systems/system-books';
import { runProgram, WORKSPACE } from '@ayni/testing/run-program';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { Caller } from './caller.js';
import { isOnLaptop, onLaptop, startSystem } from './start-system.js';

const CHACOMA = join(WORKSPACE, 'examples/chacoma');
const OPS = join(WORKSPACE, 'apps/ops/dist/main.js');
const PASSWORD = 'a password of Chacoma';
/** Of the laptop's local network. */
const AUTHORITY = 'lan-authority.json';
const SELLERS = 6;

let system: SystemProcess;
let books: SystemBooks;
let folder: SeasonFolder;
let coop: string;
let season: string;
let run: string;
/** Of the system when nobody worked on it. */
let quiet: { readonly file: string; readonly contents: Record<string, string> };

beforeAll(async () => {
  const now = new Date();
  folder = await readFolder(CHACOMA);
  system = await startSystem();
  books = await SystemBooks.open(system);
  const { name, currency, zone: timezone } = folder.coop;
  coop = coopCode(name);
  season = seasonCode(folder.coop.season.name);
  const client = await Client.setUp(
    system.url,
    system.setupCode,
    { code: coop, name, currency, timezone },
    { name: 'treasurer', password: PASSWORD },
  );
  await loadFolder(client, folder);
  await closeSeason(client, season);
  const approver = { name: 'president', password: PASSWORD };
  run = await shareOut(client, { season, coop: folder.coop, approver, now });
  const contents = await contentsOf(books);
  quiet = { file: await backup(), contents };
});

const files: string[] = [];

afterAll(async () => {
  await system.remove();
  for (const path of files) await ((await isFile(path)) ? rm(path) : removeBooks(path));
});

const ops = (...args: readonly string[]): ReturnType<typeof runProgram> =>
  runProgram(process.execPath, [OPS, ...args], { environment: { AYNI_LANG: 'en' } });

/** A name in the temporary folder that is cleared away when the tests end. */
function place(): string {
  const path = testFolder();
  files.push(path);
  return path;
}

async function backup(from = system): Promise<string> {
  const file = place();
  expect(await ops('backup', file, '--data', from.folder)).toMatchObject({ status: 0, errors: '' });
  return file;
}

async function restore(file: string): Promise<SystemProcess> {
  const to = place();
  expect(await ops('restore', file, '--data', to)).toMatchObject({ status: 0, errors: '' });
  return startSystem(to);
}

/** Works with a system, and removes it whatever comes of that. */
async function using(started: SystemProcess, work: (started: SystemProcess) => Promise<void>): Promise<void> {
  try {
    await work(started);
  } finally {
    await started.remove();
  }
}

const signIn = (system: SystemProcess): Promise<Caller> => Caller.signIn(system.url, coop, 'treasurer', PASSWORD);

/** All that a system keeps, once nothing is on its way; where a broker keeps its copy of an event is another matter. */
async function contentsOf(of: SystemBooks): Promise<Record<string, string>> {
  await of.quiet();
  const contents = Object.entries(await of.contents());
  return Object.fromEntries(contents.filter(([table]) => !table.endsWith('.relay_places')));
}

/** Where a service has sent events, as its relay remembers; nowhere on a laptop. */
const topicsOf = async (of: SystemBooks, service: ServiceName): Promise<string[]> =>
  (await of.rows<{ topic: string }>(service, 'SELECT DISTINCT topic FROM relay_places')).map(({ topic }) => topic);

/** Gives a sale of today, of something that the co-op sells. */
async function saleMaker(caller: Caller): Promise<(receipt: string) => object> {
  const first = async (path: string): Promise<Answer> => {
    const [item] = (await caller.get(`/api/${path}?limit=1`)).body.field('items').list;
    if (!item) throw new Error(`${path} is empty`);
    return item;
  };
  const [market, unit] = [await first('sales/v1/markets'), await first('inventory/v1/units')];
  return (receipt) => ({
    ...{ receipt, soldAt: new Date().toISOString(), market: market.field('name').text, payment: 'cash' },
    lines: [
      {
        ...{ product: unit.field('product').text, unit: unit.field('unit').text },
        ...{ quantity: '12', unitPrice: '12.50' },
      },
    ],
  });
}

describe('a system that is backed up while people sell', () => {
  let restored: SystemProcess;
  let its: SystemBooks;
  let caller: Caller;
  /** The receipts that were accepted before the backup began, and by its end. */
  const accepted = { before: new Set<string>(), inAll: new Set<string>() };

  beforeAll(async () => {
    const seller = await signIn(system);
    const sale = await saleMaker(seller);
    let isOver = false;
    const sell = async (who: number): Promise<void> => {
      for (let n = 0; !isOver; n += 1) {
        const receipt = `R-${who}-${n}`;
        const reply = await seller.post('/api/sales/v1/sales', { rows: [sale(receipt)] });
        expect([receipt, reply.status, reply.text]).toEqual([receipt, 201, expect.anything()]);
        accepted.inAll.add(receipt);
      }
    };
    const selling = Promise.all(Array.from({ length: SELLERS }, (_, who) => sell(who)));
    await until(() => accepted.inAll.size > 50);
    accepted.before = new Set(accepted.inAll);
    /** Settles when at least one sale was both sent and accepted since: the others were under way already. */
    const soldMore = (since = accepted.inAll.size): Promise<unknown> =>
      until((see) => see(accepted.inAll.size) > since + SELLERS);
    await soldMore();
    const file = await backup();
    await soldMore();
    isOver = true;
    await selling;
    restored = await restore(file);
    its = await SystemBooks.open(restored);
    caller = await signIn(restored);
  });

  afterAll(() => restored.remove());

  test('is restored as of one instant amid the sales', async () => {
    const codes = await its.rows<{ code: string }>('sales', `SELECT code FROM sales WHERE code LIKE 'R-%-%'`);
    const there = new Set(codes.map(({ code }) => code));
    expect([...accepted.before].filter((receipt) => !there.has(receipt))).toEqual([]);
    expect([...there].filter((receipt) => !accepted.inAll.has(receipt))).toEqual([]);
    expect(there.size).toBeGreaterThan(accepted.before.size);
    expect(there.size).toBeLessThan(accepted.inAll.size);
  });

  test('opens with the passwords and the key that it had, comes to the same shares and proves them from the books', async () => {
    expect(restored.isNew).toBe(false);
    const client = new Client(restored.url, { coop, user: 'treasurer', password: PASSWORD });
    const expected = JSON.parse(await readFile(join(CHACOMA, 'expected.json'), 'utf8')) as object;
    expect(await seasonOutcome(client, season, run, folder.coop)).toMatchObject(expected);
    const verified = await client.get(`/api/profit-sharing/v1/runs/${run}/verification`);
    expect(verified.value).toMatchObject({ equal: true, frozen: { equal: true }, ledger: { equal: true } });
    const session = { coop, user: 'treasurer', password: PASSWORD };
    const { body } = await new Caller(system.url).post('/api/members/v1/sessions', session);
    const withOldToken = new Caller(restored.url, body.field('token').text);
    expect((await withOldToken.get('/api/members/v1/coop')).status).toBe(200);
  });

  test('lets every consumer catch up: none knows an event that nobody wrote, none lacks one that is for it', async () => {
    // on a broker that has none of it each relay begins anew, soon after the start; till then all seems sent
    for (const service of SERVICES) {
      const before = new Set(await topicsOf(books, service));
      await until(async (see) => see(await topicsOf(its, service)).every((topic) => !before.has(topic)));
    }
    await its.quiet();
    for (const consumer of SERVICES) {
      const inbox = await its.rows<{ id: string; type: string; state: string }>(
        consumer,
        'SELECT event_id::text AS id, type, state FROM inbox ORDER BY 1',
      );
      expect([consumer, inbox.filter(({ state }) => state !== 'applied')]).toEqual([consumer, []]);
      const types = new Set(inbox.map(({ type }) => type));
      const written: string[] = [];
      for (const source of SERVICES)
        for (const { id, type } of await its.rows<{ id: string; type: string }>(
          source,
          'SELECT event_id::text AS id, type FROM outbox',
        ))
          if (types.has(type)) written.push(id);
      expect([consumer, inbox.map(({ id }) => id)]).toEqual([consumer, written.sort()]);
    }
  });

  test('goes on: a further sale is taken and reaches the ledger', async () => {
    const sale = await saleMaker(caller);
    const reply = await caller.post('/api/sales/v1/sales', { rows: [sale('R-after')] });
    expect([reply.status, reply.text]).toEqual([201, expect.anything()]);
    await until(async (see) => {
      const posted = `SELECT amount::text FROM ledger_entries WHERE source = 'sale' AND code = 'R-after'`;
      return see(await its.rows('profit-sharing', posted)).length === 1;
    });
  });
});

// what concerns the file alone does not depend on how events travel
if (isOnLaptop()) {
  test('a quiet system is restored row by row, and so is a stopped one, which stays stopped', async () => {
    expect(Object.keys(quiet.contents).length).toBeGreaterThan(50);
    let file = '';
    await using(await restore(quiet.file), async (restored) => {
      expect(await contentsOf(await SystemBooks.open(restored))).toEqual(quiet.contents);
      await restored.stop();
      await writeFile(join(restored.folder, AUTHORITY), '{}');
      file = await backup(restored);
    });
    await using(await restore(file), async (again) => {
      // whoever finds a backup cannot be the laptop to phones
      expect(await readdir(again.folder)).not.toContain(AUTHORITY);
      expect(await contentsOf(await SystemBooks.open(again))).toEqual(quiet.contents);
    });
  });

  describe('a restore is refused in a sentence, with nothing made,', () => {
    /** Asserts that `file` is refused, and that no trace of the attempt is left. */
    async function refused(file: string, sentence: RegExp): Promise<void> {
      const to = place();
      const { status, output, errors } = await ops('restore', file, '--data', to);
      expect([status, output]).toEqual([1, '']);
      expect(errors.trim().split('\n')).toEqual([expect.stringMatching(sentence)]);
      expect(await namesLike(to)).toEqual([]);
    }

    onLaptop('where the file was cut short, was altered, or is not there', async () => {
      const whole = await readFile(quiet.file);
      const written = async (content: Buffer): Promise<string> => {
        const file = place();
        await writeFile(file, content);
        return file;
      };
      const altered = Buffer.from(whole);
      altered.writeUInt8(altered.readUInt8(whole.length >> 1) ^ 1, whole.length >> 1);
      await refused(await written(altered), /damaged, cut short or no backup/);
      await refused(await written(whole.subarray(0, -1)), /damaged, cut short or no backup/);
      await refused(place(), /does not exist/);
    });

    test('where there are books already, which stay as they are', async () => {
      const before = await contentsOf(books);
      for (const there of [system.folder, dirname(system.folder)]) {
        const { status, output, errors } = await ops('restore', quiet.file, '--data', there);
        expect([status, output, errors]).toEqual([1, '', expect.stringMatching(/left alone|is not empty/)]);
      }
      expect(await contentsOf(books)).toEqual(before);
      expect(await namesLike(system.folder)).toEqual([basename(system.folder)]);
    });
  });

  onLaptop('a backup is never written over, and one that fails leaves nothing', async () => {
    const before = await stat(quiet.file);
    const again = await ops('backup', quiet.file, '--data', system.folder);
    expect([again.status, again.errors]).toEqual([1, expect.stringContaining('exists already')]);
    expect((await stat(quiet.file)).mtimeMs).toBe(before.mtimeMs);
    const file = place();
    const nowhere = await ops('backup', file, '--data', place());
    expect([nowhere.status, nowhere.errors]).toEqual([1, expect.stringContaining('no whole books')]);
    expect(await namesLike(file)).toEqual([]);
  });

  describe('a restore that ends halfway', () => {
    /** Starts a restore and ends it by `signal` when the server that it fills has so many databases. */
    async function cutShort(to: string, databases: number, signal: 'SIGKILL' | 'SIGINT'): Promise<void> {
      const child = spawn(process.execPath, [OPS, 'restore', quiet.file, '--data', to]);
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
      const closed = once(child, 'close');
      const reached = await until(async (see) => {
        if (child.exitCode !== null) return { early: said };
        const [draft] = await namesLike(to);
        const base = join(dirname(to), draft ?? '', 'postgres/base');
        return see(await readdir(base)).length >= databases && { early: '' };
      });
      expect(reached).toEqual({ early: '' });
      child.kill(signal);
      await closed;
    }

    /** A new cluster has three databases of its own. */
    const OWN = 3;

    onLaptop(
      'by a kill is no system, not even for who starts what it left; the next restore clears that away',
      async () => {
        const to = place();
        for (const services of [5, 1]) {
          await cutShort(to, OWN + services, 'SIGKILL');
          const left = await namesLike(to);
          expect([left.length, left.includes(basename(to))]).toEqual([1, false]);
          if (services === 1) continue;
          await using(await startSystem(join(dirname(to), left[0] ?? '')), async (started) => {
            expect(started.isNew).toBe(true);
          });
        }
        expect(await ops('restore', quiet.file, '--data', to)).toMatchObject({ status: 0, errors: '' });
        expect(await namesLike(to)).toEqual([basename(to)]);
        await using(await startSystem(to), async (restored) => {
          expect(await contentsOf(await SystemBooks.open(restored))).toEqual(quiet.contents);
        });
      },
    );

    onLaptop('by Ctrl-C takes back all that it made', async () => {
      const to = place();
      await cutShort(to, OWN + 2, 'SIGINT');
      expect(await namesLike(to)).toEqual([]);
    });
  });

  /** What lies beside `path` under its name, with or without something after it. */
  const namesLike = async (path: string): Promise<string[]> =>
    (await readdir(dirname(path))).filter((name) => name.startsWith(basename(path)));
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
