import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SERVICES } from '@ayni/contracts';
import { jsonOf } from '@ayni/kernel';
import { Client } from '@ayni/api-client/client';
import { closeSeason } from '@ayni/api-client/close-season';
import { removeBooks } from '@ayni/testing-systems/books-url';
import { testFolder } from '@ayni/testing/test-folder';
import { SystemBooks } from '@ayni/testing-systems/system-books';
import { type SystemProcess } from '@ayni/testing-systems/system-process';
import { parse } from 'csv-parse/sync';
import { Caller } from './caller.js';
import { give, goodCommands } from './commands.js';
import type { Good } from './commands/good.js';
import { CARRIED, RULES_CARRIED } from './commands/profit-sharing.js';
import { operate } from './operate.js';
import { askAgain, type Answered } from './released-books/answers.js';
import { LACKING_PRODUCT, OTHER, RICH } from './released-books/fill-books.js';
import { booksOf, readKnown, releases, type Known } from './released-books/kept-books.js';
import { countAgain } from './released-books/rows.js';
import { agreeGrants, agreeMoney } from './agreed.js';
import { passwordOf } from './people.js';
import { carry, carryRules } from './resolutions.js';
import { OPEN } from './small-coop.js';
import { startSystem } from './start-system.js';

const RUNS = '/api/profit-sharing/v1/runs';
/** What a good command asks for that needs a run of its own, or ends a season. */
const OF_RUNS_AND_SEASONS = /\/runs|\/payouts|\/household-payments|\/closing$/;

/**
 * What this version answers otherwise than a release did, each with its reason. More fields than there were need no
 * mention; a field that is gone or says something else does.
 */
const MEANT_TO_DIFFER: readonly { readonly release: string; readonly path: RegExp; readonly why: string }[] = [
  {
    release: '18f58e2',
    path: /(?:sales|movements|entries|resolutions)\?.*format=csv/,
    why: 'a row for each line, posting, lot or thing decided, where there was one with a count or with JSON in a cell',
  },
];

/** Tables that a release had and this version has no use for; nothing that people recorded may be among them. */
const GONE: readonly { readonly release: string; readonly table: string; readonly why: string }[] = [
  {
    release: '18f58e2',
    table: 'catalogue_versions',
    why: 'counted changes of what sales had read and kept; nothing read is kept any more',
  },
];

describe.each(releases())('books that release %s made', (release) => {
  let known: Known;
  let system: SystemProcess;
  let books: SystemBooks;
  let callers: { first: Caller; second: Caller };
  const folder = testFolder();

  beforeAll(async () => {
    known = await readKnown(release);
    expect(await operate(['restore', booksOf(release), '--data', folder])).toMatchObject({ status: 0, errors: '' });
    system = await startSystem(folder);
    books = await SystemBooks.open(system);
    const signIn = (user: string): Promise<Caller> => Caller.signIn(system.url, RICH, user, passwordOf(RICH));
    callers = { first: await signIn('first'), second: await signIn('second') };
  });

  afterAll(() => (system === undefined ? removeBooks(folder) : system.remove()));

  const ops = (...args: readonly string[]): ReturnType<typeof operate> => operate([...args, '--data', folder]);

  test('open, and every row that was there is as it was', async () => {
    expect(system.isNew).toBe(false);
    const kept = known.rows.filter(
      ({ table }) => !GONE.some((gone) => gone.release === release && gone.table === table),
    );
    expect(await countAgain(books, kept)).toEqual(kept);
  });

  test('answer every question as they did', async () => {
    const asked = known.answers.filter(
      ({ path }) => !MEANT_TO_DIFFER.some((meant) => meant.release === release && meant.path.test(path)),
    );
    const now = await askAgain(system.url, asked);
    expect(now.length).toBe(asked.length);
    expect(now.map(readable)).toMatchObject(asked.map(readable));
  });

  test('prove every run, from what it froze and from the ledger', async () => {
    const runs = known.answers.filter(({ path }) => path.endsWith('/verification'));
    expect(runs.length).toBeGreaterThan(3);
    for (const { coop, path } of runs) {
      const caller = await Caller.signIn(system.url, coop, 'first', passwordOf(coop));
      expect((await caller.get(path)).body.value).toMatchObject({
        ...{ equal: true, frozen: { equal: true }, ledger: { equal: true } },
      });
    }
  });

  test('are what follows from their logs alone', async () => {
    for (const service of SERVICES) {
      const { status, output, errors } = await ops('replay', '--service', service, '--from', '1');
      expect({ service, status, output, errors }).toMatchObject({ service, status: 0, errors: '' });
    }
  });

  test('know the commands that were sent: a phone that missed the answer gets it', async () => {
    // keys end one day, and the books grow old
    for (const service of SERVICES)
      await (await system.sql(service, 'superuser')).query('UPDATE commands SET done_at = now()');
    for (const { coop, user, path, key, body, answer } of known.sent) {
      const caller = await Caller.signIn(system.url, coop, user, passwordOf(coop));
      const reply = await caller.post(path, body, key);
      expect([reply.headers.get('idempotent-replay'), reply.body.value]).toEqual(['true', answer]);
    }
  });

  test('let what could not be applied be applied, once what it lacked is there', async () => {
    const list = await ops('parked', 'list');
    expect(list.output).toContain(`sells product ${LACKING_PRODUCT}, which is not known`);
    const other = await Caller.signIn(system.url, OTHER, 'first', passwordOf(OTHER));
    const melon = { code: LACKING_PRODUCT, name: 'Melon', stockUnit: 'g', shelfLifeDays: 30 };
    expect((await other.post('/api/inventory/v1/products', { rows: [melon] })).status).toBe(201);
    expect(await ops('parked', 'replay', '--all')).toMatchObject({ status: 0, errors: '' });
  });

  test('know the funds that their rules named, under the names that such funds have', async () => {
    const { body } = await callers.first.get('/api/profit-sharing/v1/funds');
    const untouched = { legalName: '', retiredOn: null, version: 1 };
    expect(body.field('items').value).toEqual([
      { code: 'education', nameEs: 'Fondo de educación', nameEn: 'Education fund', ...untouched },
      { code: 'legal-reserve', nameEs: 'Reserva legal', nameEn: 'Legal reserve', ...untouched },
      { code: 'social', nameEs: 'Fondo de previsión social', nameEn: 'Social welfare fund', ...untouched },
    ]);
  });

  test('are gone on with: every kind of record is taken, and every kind of fact taken back', async () => {
    const client = new Client(system.url, { coop: RICH, user: 'first', password: passwordOf(RICH) });
    await agreeGrants(client, RICH, '2025-09-01');
    await agreeMoney(client, RICH, '2025-09-01');
    const commands = goodCommands({ coop: RICH, password: passwordOf(RICH), run: '' });
    for (const command of commands.filter(({ route }) => !OF_RUNS_AND_SEASONS.test(route))) {
      if (command.route.endsWith('/adoption')) await carryRules(client, 'own-9', RULES_CARRIED);
      await taken(command);
    }
  });

  test('are closed and shared out, by two people', async () => {
    const client = new Client(system.url, { coop: RICH, user: 'first', password: passwordOf(RICH) });
    await closeSeason(client, OPEN);
    const calculated = await callers.first.post(`/api/profit-sharing/v1/seasons/${OPEN}/runs`, {});
    expect([calculated.status, calculated.text]).toEqual([201, expect.anything()]);
    const id = calculated.body.field('run').field('id').text;
    const run = `${RUNS}/${id}`;
    expect((await callers.first.post(`${run}/proposal`, {})).status).toBe(201);
    await carry(client, id, { number: CARRIED, adoptedOn: '2025-12-31', subject: 'Shares' });
    // what the release took decides nothing of it
    expect((await callers.second.post(`${run}/approval`, { resolution: '1' })).body.value).toMatchObject({
      code: 'resolution-not-carried',
    });
    expect((await callers.second.post(`${run}/approval`, { resolution: '2' })).body.value).toMatchObject({
      code: 'resolution-too-early',
    });
    const approval = { resolution: CARRIED };
    expect((await callers.first.post(`${run}/approval`, approval)).body.value).toMatchObject({
      code: 'second-person-needed',
    });
    expect((await callers.second.post(`${run}/approval`, approval)).status).toBe(201);
    expect((await callers.first.get(`${run}/verification`)).body.value).toMatchObject({ equal: true });
  });

  test('have nothing that is parked, waits or lags in the end', async () => {
    await books.quiet();
    const status = await ops('status');
    expect(status).toMatchObject({ status: 0, errors: '' });
  });

  async function taken(command: Good): Promise<void> {
    const reply = await give(callers, command, command.body);
    expect([command.route, reply.status, reply.text]).toEqual([
      command.route,
      command.method === 'PATCH' ? 200 : 201,
      expect.anything(),
    ]);
  }
});

/**
 * A table by the names of its columns, so that it may have got another; of a statement the figures, since 18f58e2 said
 * codes and minutes where words and hours stand now.
 */
function readable({ answer, ...question }: Answered): object {
  const isOfSeasons = /\/profit-sharing\/v1\/seasons\b/.test(question.path);
  if (!Array.isArray(answer)) {
    if (isOfSeasons) return { ...question, answer: asClosed(answer) };
    return { ...question, answer: question.path.includes('/statements/') ? withoutWords(answer) : answer };
  }
  const table: unknown[] = parse(answer.join('\n'), { columns: true, cast: castAsNow });
  const rows = table.map((row) => ({ ...Object(row), ruleSet: 'in JSON alone' }));
  return { ...question, answer: isOfSeasons ? asClosed(rows) : rows };
}

/** 18f58e2 marked negative numbers as text, wrote yes as 1 and no as nothing, and had JSON in cells. */
const castAsNow = (cell: string, { column }: { readonly column: string | number }): string => {
  if (/^\["/.test(cell)) return cell.replace(/[[\]"]/g, '').replaceAll(',', ' ');
  if (YES_NO.has(column)) return cell === '1' ? 'true' : cell.replace(/^$/, 'false');
  return cell.replace(/^'(-\d+(?:\.\d+)?)$/, '$1');
};

const YES_NO = new Set<string | number>(['active', 'carried', 'confirmed', 'outOfOrder', 'restricted']);

/** A closed season says since then whether its shares are approved. */
const asClosed = (answer: unknown): unknown =>
  jsonOf(
    JSON.stringify(answer, (field, value: unknown) => (field === 'state' && value === 'locked' ? 'closed' : value)),
  );

/** A statement without the words in which it is explained. */
const withoutWords = (answer: unknown): unknown =>
  jsonOf(JSON.stringify(answer, (field, value: unknown) => (WORDS.has(field) ? undefined : value)));

const WORDS = new Set(['check', 'label', 'says', 'working']);
