import { readFile } from 'node:fs/promises';
import { LANGUAGE } from './config.js';

/** What systems give a process by default; our own programs alone are several hundred files. */
const LEAST = 1_000;

/** How many files this process may have open at once; undefined where the system does not say. */
async function fileLimit(): Promise<number | undefined> {
  const limits = await readFile('/proc/self/limits', 'utf8').catch(() => '');
  const found = /^Max open files +(\d+)/m.exec(limits)?.[1];
  return found === undefined ? undefined : Number(found);
}

/**
 * Loads a program that needs many files, or says in a sentence that there are too few to be had: where they run out
 * while it is loaded, nothing of it is there yet that could say so.
 */
export async function withFileHandles(load: () => Promise<unknown>): Promise<void> {
  const limit = await fileLimit();
  if (limit === undefined || limit >= LEAST) {
    await load();
    return;
  }
  const text = {
    es: `Solo se pueden abrir ${limit} archivos a la vez, y Ayni necesita ${LEAST}: ulimit -n ${LEAST}`,
    en: `Only ${limit} files can be open at once, and Ayni needs ${LEAST}: ulimit -n ${LEAST}`,
  };
  console.error(text[LANGUAGE]);
  process.exitCode = 1;
}
