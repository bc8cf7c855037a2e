import { access, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileOf, fileShape, TABLES } from './files.js';
import { readFolder, type SeasonFolder } from './folder.js';
import { FolderMistakes } from './mistake.js';

/** Seasons of one co-op, one after another, with all that carries over from one to the next. */
export type Book = {
  readonly seasons: readonly [SeasonFolder, ...SeasonFolder[]];
  /** Whether the folder itself is the only season. */
  readonly isOneFolder: boolean;
};

/**
 * Reads a folder: a season, or a book of years, whose subfolders are seasons by name.
 * @throws FolderMistakes
 */
export async function readBook(path: string, signal?: AbortSignal): Promise<Book> {
  if (await isThere(join(path, 'coop.json'))) {
    const inBook = (await hasBookFiles(path)) ? { name: basename(path), before: undefined } : undefined;
    return { seasons: [await readFolder(path, signal, inBook)], isOneFolder: true };
  }
  const names = await namesOfSeasons(path);
  const seasons: SeasonFolder[] = [];
  for (const name of names) {
    const inBook = { name, before: seasons.at(-1) };
    seasons.push(await within(name, () => readFolder(join(path, name), signal, inBook)));
  }
  const [first, ...rest] = seasons;
  // no season in it: what is wrong is told as of a folder that is to be one
  if (first === undefined) return { seasons: [await readFolder(path, signal)], isOneFolder: true };
  return { seasons: [first, ...rest], isOneFolder: false };
}

/** Tells mistakes of a season of a book with the name of its folder. */
export async function within<Result>(name: string, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof FolderMistakes)) throw error;
    const mistakes = error.mistakes.map((mistake) => ({ ...mistake, file: `${name}/${mistake.file}` }));
    throw new FolderMistakes(mistakes, error.more);
  }
}

async function namesOfSeasons(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
}

/** Whether a season has files that only a book of years has. */
async function hasBookFiles(path: string): Promise<boolean> {
  const found = await Promise.all(
    TABLES.filter((table) => fileShape(table).isOpen).map((table) => isThere(join(path, fileOf(table)))),
  );
  return found.includes(true);
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
