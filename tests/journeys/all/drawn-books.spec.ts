import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram, WORKSPACE } from '@ayni/testing/run-program';
import { testFolder } from '@ayni/testing/test-folder';
import { readBook, writeBook, type Book } from '../src/drawn-books/book.js';
import { drawBook } from '../src/drawn-books/draw.js';
import { reckonBook } from '../src/drawn-books/reckon-book.js';

const YEARS = join(WORKSPACE, 'examples/chacoma-years');
const SEASON = join(WORKSPACE, 'tools/season/dist/main.js');
/** So many drawn books are gone through, ten seconds each. */
const BOOKS = 20;

let place: string;
let example: Book;

beforeAll(async () => {
  place = testFolder();
  example = await readBook(YEARS);
});

afterAll(() => rm(place, { recursive: true, force: true }));

test('the example is reckoned to what it says', async () => {
  const said = JSON.parse(await readFile(join(YEARS, 'expected.json'), 'utf8'));
  expect(said).toMatchObject(reckonBook(example));
});

test.each(Array.from({ length: BOOKS }, (_, i) => i + 1))(
  'a book of years with other rules, amounts, currency and calendar comes out as it is reckoned apart from the product: %i',
  async (seed) => {
    const book = drawBook(example, seed);
    const folder = join(place, String(seed));
    await writeBook(book, folder);
    const out = `${folder}.json`;
    const ran = await runProgram(process.execPath, [SEASON, folder, '--json', out], { environment: { TMPDIR: place } });
    expect([ran.status, ran.errors]).toEqual([0, '']);
    expect(JSON.parse(await readFile(out, 'utf8'))).toMatchObject(reckonBook(book));
  },
);
