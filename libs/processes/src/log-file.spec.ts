import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, mkdir, readdir, readFile, rm, stat, symlink, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { becomesTrue } from './becomes-true.js';
import { LogFile } from './log-file.js';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ayni-log-'));
  path = join(folder, 'ayni.log');
});
afterEach(() => rm(folder, { recursive: true }));

const linesOf = async (file = path): Promise<string[]> => (await readFile(file, 'utf8')).trimEnd().split('\n');
/** Until the log has a text, a minute at the longest. */
async function holds(text: string): Promise<void> {
  const there = await becomesTrue(3_000, async () => (await readFile(path, 'utf8').catch(() => '')).includes(text));
  expect(there).toBe(true);
}

test('a log is its owner’s alone, also where an earlier one was not, and goes on where it was', async () => {
  await writeFile(path, 'before\n');
  await chmod(path, 0o644);
  const log = new LogFile(path);
  log.write('one\n');
  log.write('two\n');
  await log.close();
  expect(await linesOf()).toEqual(['before', 'one', 'two']);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('a log that has grown large makes room, keeps so many before it and no more, and loses no line', async () => {
  for (let round = 0; round < 6; round++) {
    const log = new LogFile(path, { files: 3, bytes: 1_000 });
    for (let n = 0; n < 10; n++) log.write(`${String(10 * round + n).padStart(99, '.')}\n`);
    await log.close();
  }
  expect((await readdir(folder)).sort()).toEqual(['ayni.log.1', 'ayni.log.2']);
  const kept = [...(await linesOf(`${path}.2`)), ...(await linesOf(`${path}.1`))];
  expect(kept.map((line) => Number(line.replace(/^\.+/, '')))).toEqual(
    Array.from({ length: kept.length }, (_, n) => 60 - kept.length + n),
  );
  expect((await stat(`${path}.1`)).mode & 0o777).toBe(0o600);
});

test.each<[string, () => Promise<void>]>([
  ['a disk without space', () => symlink('/dev/full', path)],
  ['a folder in its place', () => mkdir(path)],
  ['a pipe that nobody reads', async () => void execFileSync('mkfifo', [path])],
  ['a folder that is gone', () => rm(folder, { recursive: true })],
])('%s stops nobody, and the log goes on by itself with what waited', async (_what, spoil) => {
  await spoil();
  const log = new LogFile(path);
  log.write('one\n');
  await rm(path, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  log.write('two\n');
  await holds('two');
  expect(await linesOf()).toEqual(expect.arrayContaining(['one', 'two']));
  await log.close();
});

test('what is too much to wait for is let go, and the log says how much that was', async () => {
  await symlink('/dev/full', path);
  const log = new LogFile(path);
  const line = `${'x'.repeat(99_999)}\n`;
  for (let n = 0; n < 20; n++) log.write(line);
  await unlink(path);
  await holds('lines of the log were lost');
  const [lost] = (await linesOf()).flatMap((text) => /"(\d+) lines of the log were lost"/.exec(text)?.[1] ?? []);
  const kept = (await linesOf()).filter((text) => text.startsWith('xxx')).length;
  expect(kept + Number(lost)).toBe(20);
  await log.close();
});

test('whoever closes a log that takes nothing waits no longer than for an answer', async () => {
  await symlink('/dev/full', path);
  const log = new LogFile(path);
  log.write('one\n');
  await log.close();
});
