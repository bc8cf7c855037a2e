import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { runProgram, WORKSPACE } from '@ayni/testing/run-program';
import { testFolder } from '@ayni/testing/test-folder';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { startSystem } from './start-system.js';

const LAPTOP = join(WORKSPACE, 'apps/laptop/dist/main.js');
const CLUSTER = join(WORKSPACE, 'apps/cluster/dist/main.js');

const startIn = (language: string, program: string, args: readonly string[]): ReturnType<typeof runProgram> =>
  runProgram(process.execPath, [program, ...args], {
    environment: { AYNI_LANG: language, DATABASE_URL: '', KAFKA_BROKERS: '' },
  });

const start = (program: string, ...args: readonly string[]): ReturnType<typeof runProgram> =>
  startIn('en', program, args);

/** Sentences are told; where a program fell over, so are the files that it was in. */
const noStack = expect.not.stringMatching(/\n\s+at /);

describe('a start that cannot be says so in a sentence, and makes nothing', () => {
  let folder: string;
  beforeAll(async () => {
    folder = testFolder();
    await mkdir(folder);
  });
  afterAll(() => rm(folder, { recursive: true }));

  test.each([LAPTOP, CLUSTER])('where a file is in place of the folder: %s', async (program) => {
    const file = join(folder, 'file');
    await writeFile(file, 'mine');
    const { status, errors } = await start(program, '--data', file, '--port', '0');
    expect([status, errors]).toEqual([1, noStack]);
    expect(errors).toContain(`The folder ${file} cannot be made (a file is in its place)`);
    const spanish = await startIn('es', program, ['--data', file, '--port', '0']);
    expect(spanish.errors).toBe(
      `No se puede hacer la carpeta ${file} (hay un archivo en su lugar): elija otra para los datos (--data).\n`,
    );
  });

  // Linux only: elsewhere it is a name like any other
  const onLinux = process.platform === 'linux' ? test : test.skip;
  onLinux.each([LAPTOP, CLUSTER])('where nothing can be made: %s', async (program) => {
    const { status, errors } = await start(program, '--data', '/proc/sys/x/y', '--port', '0');
    expect([status, errors]).toEqual([1, noStack]);
    expect(errors).toContain('The folder /proc/sys/x/y cannot be made (ENOENT)');
  });

  test.each([
    ['notes', 'no database that Ayni made'],
    ['PG_VERSION', 'a database of PostgreSQL 15'],
  ])('where postgres/ is somebody else’s, with %s in it', async (name, why) => {
    const data = join(folder, name);
    await mkdir(join(data, 'postgres'), { recursive: true });
    await writeFile(join(data, 'postgres', name), '15\n');
    const { status, errors } = await start(LAPTOP, '--data', data, '--port', '0');
    expect([status, errors]).toEqual([1, noStack]);
    expect(errors).toContain(`${join(data, 'postgres')} is ${why}`);
    expect(await readdir(data)).toEqual(['postgres']);
    expect(await readdir(join(data, 'postgres'))).toEqual([name]);
  });

  test.each([LAPTOP, CLUSTER])('where somebody else listens on the port: %s', async (program) => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { status, errors } = await start(program, '--data', join(folder, 'taken'), '--port', String(port));
    other.close();
    expect([status, errors]).toEqual([1, noStack]);
    expect(errors).toContain(`Port ${port} of 127.0.0.1 is taken`);
    expect(await readdir(folder)).not.toContain('taken');
  });

  test.each([LAPTOP, CLUSTER])('where too few files can be open at once: %s', async (program) => {
    const words = [process.execPath, program, '--data', join(folder, 'few'), '--port', '0'];
    const { status, errors } = await runProgram('bash', ['-c', 'ulimit -n 256; exec "$0" "$@"', ...words], {
      environment: { AYNI_LANG: 'en' },
    });
    expect([status, errors]).toEqual([1, noStack]);
    expect(errors).toMatch(/^Only 256 files can be open at once[^\n]*\n?$/);
    expect(await readdir(folder)).not.toContain('few');
  });
});

test('a cluster that is refused on the folder of a laptop that runs leaves nothing in it', async () => {
  const system: SystemProcess = await startSystem();
  try {
    const before = await readdir(system.folder);
    const { status, errors } = await start(CLUSTER, '--data', system.folder, '--port', '0');
    expect([status, errors]).toEqual([1, expect.stringContaining('is in use by another Ayni')]);
    expect((await readdir(system.folder)).filter((name) => name !== 'ayni.log')).toEqual(
      before.filter((name) => name !== 'ayni.log'),
    );
  } finally {
    await system.remove();
  }
});
