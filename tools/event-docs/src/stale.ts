import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The files of a folder that are missing, say something else than `pages`, or are not among them. */
export async function staleIn(folder: string, pages: ReadonlyMap<string, string>): Promise<string[]> {
  const there = await readdir(folder).catch(() => []);
  const stale = there.filter((file) => !pages.has(file));
  for (const [file, page] of pages)
    if (page !== (await readFile(join(folder, file), 'utf8').catch(() => undefined))) stale.push(file);
  return stale.sort();
}
