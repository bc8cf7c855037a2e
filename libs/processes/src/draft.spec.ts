import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { abandonedDrafts, draftOf } from './draft.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ayni-draft-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('drafts are abandoned once their makers have ended; nothing else is taken for one', async () => {
  const drafts = join(folder, 'books.new-');
  const abandoned = `${drafts}2000000000-0123abcd`;
  for (const path of [
    draftOf(drafts),
    abandoned,
    `${abandoned}.kept`,
    `${drafts}somebody`,
    join(folder, 'other.new-2000000000-0123abcd'),
  ])
    await mkdir(path);
  expect(await abandonedDrafts(drafts)).toEqual([abandoned]);
});

test('two drafts of one maker have two names', () => {
  expect(draftOf('books.new-')).not.toBe(draftOf('books.new-'));
});

test('where there is no folder yet, nothing was abandoned', async () => {
  expect(await abandonedDrafts(join(folder, 'missing', 'books.new-'))).toEqual([]);
});
