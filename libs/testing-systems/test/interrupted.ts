import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from '@jest/globals';
import { findMentioning } from '@ayni/processes/command-line';
import { lives, markOf, type Mark } from '@ayni/processes/process';
import { WORKSPACE } from '@ayni/testing/run-program';
import { FOLDERS } from '@ayni/testing/test-folder';
import { until } from '@ayni/testing/until';

/** How a run is interrupted. */
type Interruption = {
  readonly by: NodeJS.Signals;
  /** One suite runs in the process of the run itself, several in workers. */
  readonly suites: readonly ('one' | 'other')[];
  /** Whether the run and each suite have a broker, too. */
  readonly withKafka: boolean;
};

let notes: string;
let run: ChildProcess | undefined;
beforeEach(async () => {
  notes = await mkdtemp(join(tmpdir(), 'ayni-endless-'));
});
afterEach(async () => {
  run?.kill('SIGKILL');
  await rm(notes, { recursive: true, force: true });
});

/**
 * Runs suites that never end; each of them, and the run itself, has servers of its own.
 * @returns the processes of the run and of its workers
 */
async function runOf({ suites, withKafka }: Interruption): Promise<{ run: ChildProcess; marks: Mark[] }> {
  const jest = join(WORKSPACE, 'node_modules/jest/bin/jest.js');
  const environment = {
    ...process.env,
    NODE_OPTIONS: '--experimental-vm-modules',
    // a run of its own, with servers of its own; a broker that is named is not started
    TEST_DATABASE_URL: '',
    KAFKA_BROKERS: '',
    TEST_KAFKA_BROKERS: withKafka ? '' : 'none:9092',
    ENDLESS_KAFKA: withKafka ? 'yes' : '',
    ENDLESS_NOTES: notes,
  };
  const child = spawn(
    process.execPath,
    [
      ...[jest, '--selectProjects', 'testing-systems', '--maxWorkers', '2', '--testMatch'],
      ...suites.map((suite) => `**/endless-${suite}.ts`),
    ],
    {
      cwd: WORKSPACE,
      env: environment,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  run = child;
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const workers = await until(
    async (see) => {
      if (child.exitCode !== null) throw new Error(said);
      const told = await Promise.all(suites.map((suite) => readFile(join(notes, suite), 'utf8')));
      return see(told).every((pid) => pid !== '') ? told.map(Number) : undefined;
    },
    { timeoutMs: 300_000 },
  );
  const pids = [...new Set([child.pid ?? 0, ...workers])];
  return { run: child, marks: await Promise.all(pids.map(markOf)) };
}

/** What runs on the test folders of these processes, as `postgres` or `java`. */
async function serversOf(pids: readonly number[]): Promise<string[]> {
  const found = await Promise.all(
    pids.map((pid) => findMentioning(`${FOLDERS.slice(FOLDERS.lastIndexOf('/') + 1)}${pid}-`)),
  );
  return found
    .flat()
    .map(({ words }) => words[0]?.split('/').at(-1) ?? '')
    .sort();
}

/** Interrupts a run, and waits until nothing of it is left. */
export async function interrupt(interruption: Interruption): Promise<void> {
  const { by, suites, withKafka } = interruption;
  const { run: interrupted, marks } = await runOf(interruption);
  const pids = marks.map(({ pid }) => pid);
  const each = (program: string): string[] => Array<string>(suites.length + 1).fill(program);
  expect(await serversOf(pids)).toEqual([...(withKafka ? each('java') : []), ...each('postgres')]);
  const exit = once(interrupted, 'exit');
  interrupted.kill(by);
  await exit;
  await until(async (see) => {
    const living = (await Promise.all(marks.map(lives))).filter(Boolean);
    const names = await readdir(tmpdir());
    const folders = names.filter((name) => pids.some((pid) => name.startsWith(`ayni-test-${pid}-`)));
    return see([...living, ...folders, ...(await serversOf(pids))]).length === 0;
  });
}
