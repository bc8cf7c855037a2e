import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { claim, FolderInUse } from './claim.js';
import { markOf } from './process.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ayni-claim-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('a folder that a living process has is refused to others until it is given back', async () => {
  const giveBack = await claim(folder, 'spec');
  await expect(claim(folder, 'spec')).rejects.toThrow(FolderInUse);
  await giveBack();
  await (
    await claim(folder, 'spec')
  )();
  expect(await readdir(folder)).toEqual([]);
});

test('of many that start together one gets it', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 30 }, () => claim(folder, 'spec')));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await readdir(folder)).toHaveLength(1);
});

test('who waits for a folder gets it when it is given back', async () => {
  const giveBack = await claim(folder, 'spec');
  const waiting = [claim(folder, 'spec'), claim(folder, 'spec')];
  await giveBack();
  const outcomes = await Promise.allSettled(waiting);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('what a dead process left is nobody’s claim, also where its number is another’s now', async () => {
  const { pid, start } = await markOf(process.pid);
  for (const left of [`${pid}-0`, `${pid}-`, `2000000000-${start}`])
    await writeFile(join(folder, `spec.held-${left}-0123abcd`), '');
  await claim(folder, 'spec');
  expect(await readdir(folder)).toEqual([expect.stringContaining(`spec.held-${pid}-${start}-`)]);
});

test('claims for other purposes, and other files, are no obstacle', async () => {
  await claim(folder, 'other');
  await writeFile(join(folder, 'spec.held-by-nobody'), '');
  await claim(folder, 'spec');
  expect(await readdir(folder)).toHaveLength(3);
});
