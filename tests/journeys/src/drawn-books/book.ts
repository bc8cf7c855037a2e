import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RuleSet } from '@ayni/distribution';

export type Row = Readonly<Record<string, string>>;

/** What a season's `coop.json` says. Its days are inclusive. */
export type Coop = {
  readonly name: string;
  readonly currency: string;
  readonly timezone: string;
  readonly season: { readonly name: string; readonly from: string; readonly to: string };
  readonly cashUnit: string;
  readonly ruleSet: Omit<RuleSet, 'cashUnit'>;
};

/** A season of a book of years as files: the head and the rows of each by its name without `.csv`. */
export type Season = {
  readonly folder: string;
  readonly coop: Coop;
  readonly heads: Readonly<Record<string, readonly string[]>>;
  readonly files: Readonly<Record<string, readonly Row[]>>;
};

/** A book of years in memory, its seasons in their order. */
export type Book = readonly Season[];

export async function readBook(folder: string): Promise<Book> {
  const entries = await readdir(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(folders.sort().map((name) => readSeason(join(folder, name), name)));
}

async function readSeason(place: string, folder: string): Promise<Season> {
  const coop: Coop = JSON.parse(await readFile(join(place, 'coop.json'), 'utf8'));
  const heads: Record<string, string[]> = {};
  const files: Record<string, Row[]> = {};
  for (const name of (await readdir(place)).filter((file) => file.endsWith('.csv'))) {
    const [head = [], ...lines]: string[][] = parse(await readFile(join(place, name)));
    const file = name.slice(0, -'.csv'.length);
    heads[file] = head;
    files[file] = lines.map((line) => Object.fromEntries(head.map((column, i) => [column, line[i] ?? ''])));
  }
  return { folder, coop, heads, files };
}

export async function writeBook(book: Book, folder: string): Promise<void> {
  for (const season of book) {
    const place = join(folder, season.folder);
    await mkdir(place, { recursive: true });
    await writeFile(join(place, 'coop.json'), JSON.stringify(season.coop));
    for (const [name, rows] of Object.entries(season.files)) {
      const columns = Object.keys(rows[0] ?? {});
      const head = columns.length > 0 ? columns : [...(season.heads[name] ?? [])];
      if (head.length > 0)
        await writeFile(join(place, `${name}.csv`), stringify([...rows], { header: true, columns: head }));
    }
  }
}
