import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { testFolder } from '@ayni/testing/test-folder';
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
