import 'reflect-metadata';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wordFor } from '@ayni/kernel';
import { DEMO_FILE, isExampleFolder } from '@ayni/processes/data-folder';
import { Client } from '@ayni/api-client/client';
import { closeSeason } from '@ayni/api-client/close-season';
import { readFolder } from '@ayni/season-folder/folder';
import { loadFolder } from '@ayni/season-folder/load/load';
import { coopCode, seasonCode } from '@ayni/season-folder/codes';
import { seasonOutcome } from '@ayni/season-folder/outcome';
import { progressBar } from '@ayni/season-folder/progress-bar';
import { shareOut } from '@ayni/season-folder/share-out';
import { addressLines } from './address-lines.js';
import { openBrowser } from './browser.js';
import { readConfig } from './config.js';
import { namePeople, rolesOf, openPeople, PEOPLE } from './demo-people.js';
import { runLaptop, type RunningLaptop } from './run-laptop.js';
import { shareTable } from './share-table.js';

const EXAMPLE = fileURLToPath(new URL('../../../examples/chacoma', import.meta.url));

/** Takes the example co-op through its season, or finds that this was done, and shows what each family gets. */
async function demo({ laptop, setupCode, say, signal }: RunningLaptop, data: string): Promise<void> {
  const { url } = laptop;
  const began = performance.now();
  const now = new Date();
  const folder = await readFolder(EXAMPLE);
  // what stands in books of others would be marked as invented, and deleted as such
  if (setupCode === null && !isExampleFolder(data)) throw new Error(say('notExample', { folder: data }));
  const people = await openPeople(join(data, DEMO_FILE));
  const code = coopCode(folder.coop.name);
  const season = seasonCode(folder.coop.season.name);
  const treasurer = { coop: code, user: 'treasurer', password: people.treasurer };

  const client =
    setupCode === null
      ? new Client(url, treasurer, signal)
      : await Client.setUp(
          url,
          setupCode,
          { code, name: folder.coop.name, currency: folder.coop.currency, timezone: folder.coop.zone },
          { name: treasurer.user, password: treasurer.password },
          signal,
        );
  let id = await approvedRun(client);
  if (id === undefined) {
    console.log(say('loading', { coop: folder.coop.name }));
    const bar = process.stderr.isTTY ? progressBar(process.stderr) : undefined;
    // every request carries a key made from its contents: after an interruption the same steps go on where they were
    await loadFolder(client, folder, bar?.onLoaded);
    await closeSeason(client, season, bar?.onLacking);
    const approver = { name: 'president', password: people.president };
    id = await shareOut(client, { season, coop: folder.coop, approver, now });
    bar?.clear();
    console.log(say('took', { seconds: ((performance.now() - began) / 1000).toFixed(1) }));
  } else {
    const { flag: equal } = (await client.get(`/api/profit-sharing/v1/runs/${id}/verification`)).field('equal');
    console.log(say(equal ? 'found' : 'unequal'));
  }
  await namePeople(client, people);
  if (config.readyAsJson) return console.log(JSON.stringify({ ready: true, url, coop: code, people }));
  const outcome = await seasonOutcome(client, season, id, folder.coop);
  console.log(`\n${shareTable(outcome, await fundNames(client), say)}\n`);
  console.log(say('next'));
  console.log(addressLines(laptop, say));
  console.log(`  ${say('docs', { url })}`);
  console.log(`  ${say('signIn', { url, body: JSON.stringify(treasurer) })}`);
  console.log(`  ${say('people', { coop: code })}`);
  for (const name of PEOPLE)
    console.log(`    ${name.padEnd(12)} ${people[name]}  ${rolesOf(name).map(wordOfRole).join(', ')}`);
  console.log(`  ${say('books', { folder: data })}`);
  console.log(`  ${say('stop')}`);
  if (config.opens) await openBrowser(url);
}

const wordOfRole = (role: string): string => wordFor('role', role, config.language) ?? role;

/** What people call the funds of the co-op, in the language of the terminal. */
async function fundNames(client: Client): Promise<ReadonlyMap<string, string>> {
  const funds = (await client.get('/api/profit-sharing/v1/funds?retired=true')).field('items').list;
  const name = config.language === 'en' ? 'nameEn' : 'nameEs';
  return new Map(funds.map((fund) => [fund.field('code').text, fund.field(name).text]));
}

async function approvedRun(client: Client): Promise<string | undefined> {
  const runs = (await client.get('/api/profit-sharing/v1/runs')).field('items').list;
  return runs.find((found) => found.field('approvedAt').value !== null)?.field('id').text;
}

const config = readConfig('demo');
await runLaptop(config, (running) => demo(running, config.data));
