import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { System } from '../src/system.js';

let place: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'ayni-program-'));
});
afterEach(() => rm(place, { recursive: true, force: true }));

/** A program that is started as the product is, and leaves its data folder's name and its end in files. */
async function program(body: string): Promise<string> {
  const path = join(place, 'program.mjs');
  await writeFile(
    path,
    `import { writeFileSync } from 'node:fs';
     const data = process.argv[process.argv.indexOf('--data') + 1];
     writeFileSync(${JSON.stringify(join(place, 'data'))}, data);
     writeFileSync(data + '/books', 'x');
     const ready = () => console.log(JSON.stringify({ ready: true, url: 'http://127.0.0.1:1', setupCode: 'code' }));
     const stay = () => setInterval(() => undefined, 1000);
     ${body}`,
  );
  return path;
}

const start = async (body: string, signal = new AbortController().signal): Promise<System> =>
  System.start(await program(body), { PATH: process.env['PATH'] }, signal);
const dataFolder = (): Promise<string> => readFile(join(place, 'data'), 'utf8');

describe('a system of its own', () => {
  test('is ready with its address and code, in a folder that other users may enter, and leaves nothing behind', async () => {
    const system = await start(`console.log('starting');
      process.on('SIGTERM', () => { writeFileSync(${JSON.stringify(join(place, 'end'))}, 'in order'); process.exit(0); });
      ready(); stay();`);
    expect(system).toMatchObject({ url: 'http://127.0.0.1:1', setupCode: 'code', folder: await dataFolder() });
    expect((await stat(system.folder)).mode & 0o777).toBe(0o755);
    await system.stop();
    expect(await readFile(join(place, 'end'), 'utf8')).toBe('in order');
    expect(existsSync(system.folder)).toBe(false);
  });

  test('that does not start says why, and leaves nothing behind', async () => {
    await expect(start(`console.error('no room on the disk'); process.exit(3);`)).rejects.toThrow(
      /did not start \(3\)\nno room/,
    );
    expect(existsSync(await dataFolder())).toBe(false);
  });

  test('that is interrupted while it starts is taken down', async () => {
    const interrupted = new AbortController();
    const starting = start('stay();', interrupted.signal);
    while (!existsSync(join(place, 'data'))) await readdir(place);
    interrupted.abort();
    await expect(starting).rejects.toThrow('Interrupted');
    expect(existsSync(await dataFolder())).toBe(false);
  });

  test('that ends by itself is noticed', async () => {
    const system = await start(`ready(); setTimeout(() => process.exit(1), 50);`);
    await expect(system.ended()).rejects.toThrow('ended by itself');
    await system.stop();
    expect(existsSync(system.folder)).toBe(false);
  });

  test('that stops with an error is not taken for one that stopped in order', async () => {
    const system = await start(`process.on('SIGTERM', () => process.exit(7)); ready(); stay();`);
    await expect(system.stop()).rejects.toThrow('stopped with status 7');
    expect(existsSync(system.folder)).toBe(false);
  });
});
