import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip, gunzipSync, gzipSync } from 'node:zlib';
import { SERVICES } from '@ayni/contracts';
import { testFolder } from '@ayni/testing/test-folder';
import { extract, pack } from 'tar-stream';
import { manifestHead, type Manifest } from '../src/archive/manifest.js';
import { ArchiveReader, checkArchive } from '../src/archive/read-archive.js';
import { ArchiveWriter } from '../src/archive/write-archive.js';
import { Complaint } from '../src/complaint.js';

const never = new AbortController().signal;
const ROWS = '1\tMartina\n2\tFelipa\n3\t\\N\n';

let folder: string;
let count = 0;

beforeAll(async () => {
  folder = testFolder();
  await mkdir(folder);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const fresh = (): string => join(folder, `${(count += 1)}.backup`);

/** A backup of a table and a key. */
async function written(rows: AsyncIterable<Buffer> = chunks(ROWS), change: object = {}): Promise<string> {
  const file = fresh();
  const archive = await ArchiveWriter.create(file, never);
  const parts = await archive.addPieces('members/users', rows);
  const manifest: Manifest = {
    ...(await manifestHead()),
    ...{ takenAt: '2026-11-22T06:00:00.000Z', form: 'laptop' },
    services: SERVICES.map((name) => ({
      ...{ name, migrations: [] },
      tables: name === 'members' ? [{ name: 'users', columns: ['id', 'name'], rows: 3, parts }] : [],
    })),
    keys: [{ ...(await archive.add('signing-key.json', Buffer.from('{}'))), name: 'signing-key.json' }],
  };
  await archive.finish({ ...manifest, ...change });
  await archive.abandon();
  return file;
}

async function* chunks(...texts: readonly string[]): AsyncGenerator<Buffer> {
  for (const text of texts) yield Buffer.from(text);
}

/** What the table of a backup holds. */
async function rowsIn(file: string): Promise<string> {
  const manifest = await checkArchive(file, never);
  const archive = new ArchiveReader(file, never);
  const [table] = manifest.services.flatMap(({ tables }) => tables);
  let text = '';
  for await (const chunk of archive.contentOf(table?.parts ?? [])) text += chunk.toString();
  await archive.close();
  return text;
}

/** Why a file is refused; empty where it is not. */
async function refusal(file: string): Promise<string> {
  try {
    await checkArchive(file, never);
    return '';
  } catch (error) {
    return error instanceof Complaint ? error.sentence : `not a complaint: ${String(error)}`;
  }
}

/** The same archive with other entries, as whole as gzip and tar can tell. */
async function repacked(file: string, change: (name: string, content: Buffer) => Buffer | undefined): Promise<string> {
  const made = fresh();
  const [from, to] = [extract(), pack()];
  const saved = pipeline(to, createGzip(), createWriteStream(made));
  const read = pipeline(createReadStream(file), createGunzip(), from);
  for await (const entry of from) {
    const content: Buffer[] = [];
    for await (const chunk of entry) if (Buffer.isBuffer(chunk)) content.push(chunk);
    const changed = change(entry.header.name, Buffer.concat(content));
    if (changed) to.entry({ name: entry.header.name }, changed);
  }
  to.finalize();
  await Promise.all([read, saved]);
  return made;
}

test('a backup gives back what was put in, and only its owner may read it', async () => {
  const file = await written();
  expect(await rowsIn(file)).toBe(ROWS);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('a table that is larger than a piece comes back whole, and is never held in memory whole', async () => {
  const [line, lines] = [`${'x'.repeat(1_000_000)}\n`, 200];
  let most = 0;
  async function* large(): AsyncGenerator<Buffer> {
    for (let n = 0; n < lines; n += 1) {
      most = Math.max(most, process.memoryUsage().arrayBuffers);
      yield Buffer.from(line);
    }
  }
  const before = process.memoryUsage().arrayBuffers;
  const file = await written(large());
  expect(most - before).toBeLessThan((lines / 2) * line.length);
  expect(await rowsIn(file)).toBe(line.repeat(lines));
});

describe('a backup is refused', () => {
  test('wherever it was cut', async () => {
    const whole = await readFile(await written());
    const cut = fresh();
    for (let length = 0; length < whole.length; length += 1) {
      await writeFile(cut, whole.subarray(0, length));
      expect([length, await refusal(cut)]).toEqual([length, 'damaged']);
    }
  });

  test('wherever one bit of it was turned, unless that changes nothing', async () => {
    const whole = await readFile(await written());
    const turned = fresh();
    let refused = 0;
    for (let at = 0; at < whole.length; at += 1) {
      const bytes = Buffer.from(whole);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (at % 8)), at);
      await writeFile(turned, bytes);
      const why = await refusal(turned);
      if (why === '') expect([at, await rowsIn(turned)]).toEqual([at, ROWS]);
      else expect([at, why]).toEqual([at, 'damaged']);
      refused += why === '' ? 0 : 1;
    }
    // the head of gzip names a time and a system, and its last block ends in padding: they mean nothing
    expect(refused).toBeGreaterThan(whole.length * 0.9);
  });

  test('where a table, a key or the manifest is another one, is lacking, or comes on top', async () => {
    const file = await written();
    const entries = ['members/users.1', 'signing-key.json', 'manifest.json'];
    for (const name of entries) {
      const lacking = await repacked(file, (found, content) => (found === name ? undefined : content));
      const other = await repacked(file, (found, content) =>
        found === name ? Buffer.from(content.toString().replace(/[a-z{]/, 'x')) : content,
      );
      expect([name, await refusal(lacking), await refusal(other)]).toEqual([name, 'damaged', 'damaged']);
    }
    const tar = gunzipSync(await readFile(file));
    const twice = fresh();
    await writeFile(twice, gzipSync(Buffer.concat([tar.subarray(0, -1024), tar])));
    expect(await refusal(twice)).toBe('damaged');
  });

  test('where a later version wrote it in a form of its own', async () => {
    expect(await refusal(await written(chunks(ROWS), { format: 2, version: '9.0.0', services: {} }))).toBe('newer');
  });

  test('where it would put a file elsewhere than among the keys', async () => {
    for (const name of ['../../.profile', 'postgres.json']) {
      const keys = [{ name, bytes: 2, sha256: '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a' }];
      const file = await repacked(await written(chunks(ROWS), { keys }), (_name, content) => content);
      expect(await refusal(file)).toBe('damaged');
    }
  });
});

test('a backup whose disk is full, or that is interrupted, says so and leaves nothing', async () => {
  const place = join(folder, 'interrupted');
  await mkdir(place);
  const ended = new AbortController();
  const archive = await ArchiveWriter.create(join(place, 'x.backup'), ended.signal);
  async function* endless(): AsyncGenerator<Buffer> {
    for (let n = 0; ; n += 1) {
      if (n === 20) ended.abort();
      yield Buffer.alloc(1 << 20);
    }
  }
  await expect(archive.addPieces('members/users', endless())).rejects.toMatchObject({ name: 'AbortError' });
  await archive.abandon();
  expect(await readdir(place)).toEqual([]);
});
