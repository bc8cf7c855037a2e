import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { testFolder } from '@ayni/testing/test-folder';
import { until } from '@ayni/testing/until';
import { runProgram, WORKSPACE } from '@ayni/testing/run-program';

const CHACOMA = join(WORKSPACE, 'examples/chacoma');

let place: string;
/** Where the command makes its temporary folders. */
let temporary: string;

beforeAll(async () => {
  place = testFolder();
  temporary = join(place, 'tmp');
  await mkdir(temporary, { recursive: true });
});

afterAll(() => rm(place, { recursive: true, force: true }));

const season = (folder: string, out: string): ReturnType<typeof runProgram> =>
  runProgram('npm', ['run', '-s', 'season', '--', folder, '--json', out], { environment: { TMPDIR: temporary } });

test('a command that is killed takes its system along, and the next one clears away what is left of it', async () => {
  const words = [join(WORKSPACE, 'tools/season/dist/main.js'), CHACOMA, '--json', join(place, 'killed.json')];
  const child = spawn(process.execPath, words, { env: { ...process.env, TMPDIR: temporary }, stdio: 'ignore' });
  const lockFile = await until(async () => {
    const [folder = ''] = await readdir(temporary);
    const path = join(temporary, folder, 'postgres', 'postmaster.pid');
    await stat(path);
    return path;
  });
  const pid = Number.parseInt(await readFile(lockFile, 'utf8'), 10);
  child.kill('SIGKILL');
  await until(() => {
    try {
      return !process.kill(pid, 0);
    } catch {
      return true;
    }
  });
  // the next test sees that its folder goes, too
});

test('one command takes the example season through a system of its own, writes what was expected, and leaves nothing behind', async () => {
  const out = join(place, 'out.json');
  const { status, errors } = await season(CHACOMA, out);
  expect([status, errors.replaceAll(/npm warn.*\n/g, '')]).toEqual([0, '']);
  const [made, expected] = await Promise.all(
    [out, join(CHACOMA, 'expected.json')].map((path) => readFile(path, 'utf8')),
  );
  expect(JSON.parse(made ?? '')).toEqual(JSON.parse(expected ?? ''));
  expect(await readdir(temporary)).toEqual([]);
});

test('a folder with mistakes is told by file, line and column before anything starts, and nothing is written', async () => {
  const folder = join(place, 'broken');
  await cp(CHACOMA, folder, { recursive: true });
  const sales = (await readFile(join(folder, 'sales.csv'), 'utf8')).split('\n');
  sales[16] = (sales[16] ?? '').replace(/,[^,]+,cash|,[^,]+,qr|,[^,]+,credit/, ',12.345,cash');
  await writeFile(join(folder, 'sales.csv'), sales.join('\n'));
  const work = (await readFile(join(folder, 'work.csv'), 'utf8')).replace(',sowing,240', ',sowing,-240');
  await writeFile(join(folder, 'work.csv'), work);
  const out = join(place, 'broken.json');
  const { status, errors } = await season(folder, out);
  expect(status).toBe(2);
  const lines = errors
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('npm warn'));
  expect(lines).toEqual([
    expect.stringMatching(/work\.csv:2:\d+: .*minutes/),
    expect.stringMatching(/sales\.csv:17:\d+: /),
  ]);
  await expect(stat(out)).rejects.toThrow('ENOENT');
  expect(await readdir(temporary)).toEqual([]);
});
