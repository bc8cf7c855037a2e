import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { abandonedPaths, temporaryPath } from './temporary-path.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ayni-temporary-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('temporary paths are abandoned once their makers have ended; nothing else is taken for one', async () => {
  const prefix = join(folder, 'books.new-');
  const abandoned = `${prefix}2000000000-0123abcd`;
  for (const path of [
    temporaryPath(prefix),
    abandoned,
    `${abandoned}.kept`,
    `${prefix}somebody`,
    join(folder, 'other.new-2000000000-0123abcd'),
  ])
    await mkdir(path);
  expect(await abandonedPaths(prefix)).toEqual([abandoned]);
});

test('two temporary paths of one maker have two names', () => {
  expect(temporaryPath('books.new-')).not.toBe(temporaryPath('books.new-'));
});

test('where there is no folder yet, nothing was abandoned', async () => {
  expect(await abandonedPaths(join(folder, 'missing', 'books.new-'))).toEqual([]);
});
