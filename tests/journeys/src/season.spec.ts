import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseAmount } from '@ayni/kernel';
import type { Answer } from '@ayni/api-client/answer';
import { Client } from '@ayni/api-client/client';
import { closeSeason } from '@ayni/api-client/close-season';
import { readFolder, type SeasonFolder } from '@ayni/season-folder/folder';
import { loadFolder } from '@ayni/season-folder/load/load';
import { coopCode, seasonCode } from '@ayni/season-folder/codes';
import { seasonOutcome } from '@ayni/season-folder/outcome';
import { shareOut } from '@ayni/season-folder/share-out';
import { SystemBooks } from '@ayni/testing-systems/system-books';
import { WORKSPACE } from '@ayni/testing/run-program';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { centavos, sum } from './centavos.js';
import { startSystem, onLaptop } from './start-system.js';

const CHACOMA = join(WORKSPACE, 'examples/chacoma');
const PASSWORD = 'a password of Chacoma';
const approver = { name: 'president', password: PASSWORD };

let system: SystemProcess;
let books: SystemBooks;
let folder: SeasonFolder;
let client: Client;
let season: string;
let run: string;

beforeAll(async () => {
  folder = await readFolder(CHACOMA);
  system = await startSystem();
  books = await SystemBooks.open(system);
  const { name, currency, zone: timezone } = folder.coop;
  client = await Client.setUp(
    system.url,
    system.setupCode,
    { code: coopCode(name), name, currency, timezone },
    { name: 'treasurer', password: PASSWORD },
  );
  season = seasonCode(folder.coop.season.name);
  await loadFolder(client, folder);
});

afterAll(() => system.remove());

const figures = (): Promise<Answer> => client.get(`/api/profit-sharing/v1/seasons/${season}/figures`);

describe('the season of Chacoma', () => {
  onLaptop('loaded twice more, by one person and by another, changes not one record, event or figure', async () => {
    await client.post('/api/members/v1/users', {
      // who approves later too: once there is a second officer, she would have to confirm her
      rows: [
        { name: 'other', password: `${PASSWORD} at first`, roles: ['president', 'treasurer', 'manager'] },
        { name: approver.name, password: `${approver.password} at first`, roles: ['president'] },
      ],
    });
    const other = await client.takingUp('other', `${PASSWORD} at first`, PASSWORD);
    await books.quiet();
    const before = { contents: await recorded(), figures: (await figures()).value };
    await loadFolder(client, folder);
    await loadFolder(other, folder);
    await books.quiet();
    expect({ contents: await recorded(), figures: (await figures()).value }).toEqual(before);
  });

  test('closes and comes to every figure that was worked out by hand, to the centavo', async () => {
    await closeSeason(client, season);
    run = await shareOut(client, { season, coop: folder.coop, approver, now: new Date() });
    const expected = JSON.parse(await readFile(join(CHACOMA, 'expected.json'), 'utf8')) as object;
    expect(await seasonOutcome(client, season, run, folder.coop)).toMatchObject(expected);
  });

  test('comes out equal when it is worked out again, from the frozen case and from the books', async () => {
    const verified = await client.get(`/api/profit-sharing/v1/runs/${run}/verification`);
    expect(verified.value).toMatchObject({
      equal: true,
      frozen: { equal: true, differences: [] },
      ledger: { equal: true, differences: [] },
    });
  });

  test('leaves a ledger in balance, with the families owed exactly what they are to be paid', async () => {
    const path = '/api/profit-sharing/v1/ledger/balances';
    const [now, then] = await Promise.all(
      [path, `${path}?on=${folder.coop.season.to}`].map(async (on) => (await client.get(on)).field('items').list),
    );
    for (const balances of [now, then]) expect(sum(balances ?? [], 'debit')).toBe(sum(balances ?? [], 'credit'));
    const of = (account: string, balances = now): Answer[] =>
      (balances ?? []).filter((line) => line.field('account').text === account);
    const totals = (await client.get(`/api/profit-sharing/v1/runs/${run}`)).field('outcome').field('totals');
    expect(sum(of('shares-payable'), 'balance')).toBe(centavos(totals.field('paid')));
    expect(sum(of('household-carried'), 'balance')).toBe(centavos(totals.field('carried')));
    expect(sum(of('sales-revenue', then), 'balance')).toBe(centavos((await figures()).field('revenue')));
    // money with a purpose: what was given less what was spent of it
    expect(sum(of('restricted-funds', then), 'balance')).toBe(
      parseAmount('48000.00', 2) - centavos((await figures()).field('restrictedExpenses')),
    );
  });

  test('gives each member and each family a statement; together they are what the co-op shares', async () => {
    const base = `/api/profit-sharing/v1/runs/${run}`;
    const outcome = (await client.get(base)).field('outcome');
    const members = outcome.field('members').list;
    const homes = outcome.field('households').list;
    const ofMembers = await Promise.all(
      members.map((member) => client.get(`${base}/statements/members/${member.field('member').text}`)),
    );
    const ofHomes = await Promise.all(
      homes.map((home) => client.get(`${base}/statements/households/${home.field('household').text}`)),
    );
    const [hers, theirs] = [figuresOf(ofMembers), figuresOf(ofHomes)];
    expect(sum(hers, 'share')).toBe(centavos(outcome.field('pool')));
    expect(sum(hers, 'net')).toBe(sum(theirs, 'net'));
    expect(sum(theirs, 'paid')).toBe(centavos(outcome.field('totals').field('paid')));
    expect(sum(theirs, 'carried')).toBe(centavos(outcome.field('totals').field('carried')));
    for (const home of ofHomes) {
      const code = home.field('household').text;
      const own = ofMembers.filter((member) => member.field('household').text === code);
      expect([code, sum(figuresOf(own), 'net')]).toEqual([code, centavos(home.field('figures').field('net'))]);
    }
  });
});

const figuresOf = (statements: readonly Answer[]): Answer[] => statements.map((one) => one.field('figures'));

/** All that the books hold but the keys of requests and the users who sign in. */
async function recorded(): Promise<Record<string, string>> {
  const contents = Object.entries(await books.contents());
  return Object.fromEntries(contents.filter(([table]) => !/\.(commands|users)$/.test(table)));
}
