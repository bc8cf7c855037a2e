import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { readFile, utimes, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { Client } from '@ayni/api-client/client';
import { WORKSPACE } from '@ayni/testing/run-program';
import { testFolder } from '@ayni/testing/test-folder';
import { until } from '@ayni/testing/until';
import { testBrokers } from '@ayni/testing-systems/broker';
import { documentedReads } from '@ayni/testing-systems/documented-reads';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { Kafka, logLevel } from 'kafkajs';
import './over-kafka.js';
import { commandsOf } from '../src/how-to/page.js';
import { Reader } from '../src/how-to/reader.js';
import { Shell } from '../src/how-to/shell.js';
import { startSystem } from '../src/start-system.js';

const PASSWORD = 'lluvia buena en agosto';
const RIPE_MS = 11 * 60_000;

let system: SystemProcess;
let shell: Shell;
/** What was typed that goes on. */
const going: ChildProcess[] = [];

beforeAll(async () => {
  system = await startSystem();
  const place = testFolder();
  mkdirSync(place, { recursive: true });
  await writeFile(join(place, 'kafka-acls.sh'), '#!/bin/sh\necho "$@" >> "$(dirname "$0")/acls"\n', { mode: 0o755 });
  shell = Shell.open(place, { AYNI_LANG: '', PATH: `${place}${delimiter}${process.env['PATH'] ?? ''}` });
});
afterAll(async () => {
  for (const { pid } of going) if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  shell.close();
  await system.remove();
});

const ofSystem = (typed: string): string => typed.replaceAll('.ayni/cluster', system.folder);

/** Types what goes on until it is ended, in the project's folder as the page says. @returns what it had said once it ran */
async function keepGoing(typed: string): Promise<string> {
  const child = spawn('bash', ['-c', typed], { cwd: WORKSPACE, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  going.push(child);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const admin = new Kafka({ brokers: testBrokers().split(','), logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  const { environment } = await system.processOf('inventory');
  const group = `${environment['KAFKA_TOPIC_PREFIX'] ?? ''}ayni.inventory`;
  await until(async (see) => see((await admin.describeGroups([group])).groups[0]?.members.length) === 2);
  await admin.disconnect();
  return said;
}

test('the page on running over Kafka says what comes: all of it from one command, access of a service, and one more worker', async () => {
  const operator = new Reader(shell, ofSystem, (typed) => {
    if (typed === 'npm run cluster') return Promise.resolve(system.url);
    return typed.startsWith('node -e') ? keepGoing(typed) : undefined;
  });
  const commands = commandsOf('docs/how-to/run-on-kafka.md');
  expect(commands.length).toBe(10);
  await operator.follow(commands);

  // the broker of the tests asks nobody who they are: tools/rehearsal tries with one that does what these allow
  const given = (await readFile(join(operator.place, 'acls'), 'utf8')).trimEnd().split('\n');
  const asked = '--bootstrap-server one.example:9092 --command-config admin.properties --add';
  expect(given.every((words) => words.startsWith(`${asked} --allow-principal User:sales `))).toBe(true);
  const [, ...reads] = given.flatMap((words) => / --operation Read --(?:topic|group) (\S+)/.exec(words)?.[1] ?? []);
  expect(reads.sort()).toEqual((await documentedReads('sales')).sort());
});

test('the page on rotating keys says what comes: who is signed in stays so, and nobody is sent away', async () => {
  const commands = commandsOf('docs/how-to/rotate-keys.md');
  expect(commands.map(({ text }) => /keys (\w+)/.exec(text)?.[1])).toEqual(['rotate', 'retire']);
  const operator = new Reader(shell, ofSystem);
  const client = await Client.setUp(
    system.url,
    system.setupCode,
    { code: 'llaves', name: 'Productoras de Llaves', currency: 'BOB', timezone: 'America/La_Paz' },
    { name: 'martina', password: PASSWORD },
  );
  const kids = async (): Promise<string[]> => {
    const keys = (await client.get('/api/members/v1/keys')).field('keys').list;
    return keys.map((key) => key.field('kid').text);
  };
  // with a token of the first key
  await client.get('/api/inventory/v1/stock');
  const [first] = await kids();
  await operator.follow(commands.slice(0, 1));
  expect(await kids()).toEqual(expect.arrayContaining([first]));
  expect(await kids()).toHaveLength(2);
  await client.get('/api/inventory/v1/stock');
  const later = new Client(system.url, { coop: 'llaves', user: 'martina', password: PASSWORD });
  await later.get('/api/sales/v1/sales');
  // eleven minutes later
  const then = new Date(Date.now() - RIPE_MS - 1_000);
  await utimes(system.signingKeyFile, then, then);
  await operator.follow(commands.slice(1));
  await until(async (see) => see(await kids()).length === 1);
  expect(await kids()).not.toContain(first);
  await later.get('/api/production/v1/work');
});
