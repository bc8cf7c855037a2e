import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRefused } from '@ayni/distribution';
import { outcomeOfFile, written } from './case-file.js';

const CASE = /\.case\.json$/;

/**
 * Works out every `*.case.json` of a folder into the `*.outcome.json` of another, one after the other so that memory does
 * not grow with the folder. A refusal is an outcome there.
 */
export function distributeFolder(from: string, to: string): { readonly cases: number; readonly refused: number } {
  const names = readdirSync(from).filter((name) => CASE.test(name));
  mkdirSync(to, { recursive: true });
  let refused = 0;
  for (const name of names) {
    const result = outcomeOfFile(join(from, name));
    if (isRefused(result)) refused += 1;
    writeFileSync(join(to, name.replace(CASE, '.outcome.json')), written(result));
  }
  return { cases: names.length, refused };
}
