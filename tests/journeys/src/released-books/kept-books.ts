import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WORKSPACE } from '@ayni/testing/run-program';
import type { Answered } from './answers.js';
import type { Sent } from './fill-books.js';
import type { Rows } from './rows.js';

/** What is known of the books of a release, beside the books themselves. */
export type Known = {
  readonly sent: readonly Sent[];
  readonly answers: readonly Answered[];
  readonly rows: readonly Rows[];
};

const FOLDER = join(WORKSPACE, 'tests/journeys/books');

/** The releases whose books are kept, by the names of their folders. */
export const releases = (): string[] =>
  readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** Where the books of a release are kept, as `ops backup` wrote them. */
export const booksOf = (release: string): string => join(FOLDER, release, 'books.backup');

const knownOf = (release: string): string => join(FOLDER, release, 'known.json');

/** What is known of the books of a release. */
export async function readKnown(release: string): Promise<Known> {
  const known: Known = JSON.parse(await readFile(knownOf(release), 'utf8'));
  return known;
}

/** Keeps what is known of the books of a release, a line for each item. */
export async function writeKnown(release: string, known: Known): Promise<void> {
  const part = ([name, items]: [string, readonly object[]]): string =>
    `"${name}": [\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
  await writeFile(knownOf(release), `{\n${Object.entries(known).map(part).join(',\n')}\n}\n`, { flag: 'wx' });
}
