import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));

/** Whose books: the real ones, the demo's, which never become real ones, or those of the form over Kafka. */
export type BooksKind = 'books' | 'demo' | 'cluster';

type Environment = Readonly<Record<string, string | undefined>>;

/** The folder of the books: as asked, else AYNI_DATA (not for the demo), else one beside the project that git ignores. */
export function dataFolder(asked: string | undefined, books: BooksKind, env: Environment): string {
  const data = asked ?? (books === 'demo' ? undefined : env['AYNI_DATA'] || undefined);
  return data === undefined ? resolve(PROJECT, '.ayni', books) : placeOf(data, env);
}

/** A path as people mean it: npm runs programs in the workspace's folder, and not in the one that they are in. */
export const placeOf = (path: string, env: Environment): string => resolve(env['INIT_CWD'] ?? process.cwd(), path);

/** What a folder of the demo keeps of those who sign in there. */
export const DEMO_FILE = 'demo.json';

/** Whether a folder has the books of the demo, of which nothing is of a real co-op: they are marked however they are opened. */
export const isExampleFolder = (folder: string): boolean => existsSync(join(folder, DEMO_FILE));
