import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { lives } from './process.js';
import { dropNotes, readNotes, writeNotes } from './run-notes.js';

let run: string;

beforeAll(async () => {
  run = await mkdtemp(join(tmpdir(), 'ayni-run-'));
});

afterAll(() => rm(run, { recursive: true, force: true }));

test('who runs a service is read as it was written, by the owner only, until it is dropped', async () => {
  const notes = {
    service: 'sales',
    pid: process.pid,
    url: 'http://127.0.0.1:1',
    environment: { KAFKA_BROKERS: 'a:1' },
  };
  await writeNotes(run, { ...notes, url: null });
  expect(await readNotes(run, 'sales')).toMatchObject({ ...notes, url: null });
  await writeNotes(run, notes);
  const found = await readNotes(run, 'sales');
  expect(found).toEqual({ ...notes, start: expect.any(String) });
  expect(found && (await lives(found))).toBe(true);
  expect(await readdir(run)).toEqual(['sales.json']);
  expect((await stat(join(run, 'sales.json'))).mode & 0o777).toBe(0o600);
  await dropNotes(run, 'sales');
  expect(await readNotes(run, 'sales')).toBeUndefined();
});

test.each(['', '{"pid":', 'null', '[]', '{}', '{"pid":1}', '{"pid":"1","start":"2"}'])(
  'notes that say %p are none',
  async (text) => {
    await writeFile(join(run, 'members.json'), text);
    expect(await readNotes(run, 'members')).toBeUndefined();
  },
);

test('of an environment only texts are told', async () => {
  await writeFile(join(run, 'members.json'), '{"pid":1,"start":"2","url":5,"environment":{"A":"a","B":1}}');
  expect(await readNotes(run, 'members')).toMatchObject({ url: null, environment: { A: 'a' } });
});
