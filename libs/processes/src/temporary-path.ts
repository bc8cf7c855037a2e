import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { isAlive } from './process.js';

/** A name for what is put together under a name of its own and moved to its place when it is whole; `path` begins it. */
export const temporaryPath = (path: string): string => `${path}${process.pid}-${randomBytes(4).toString('hex')}`;

/** The temporary paths whose names begin with `path` and whose makers have ended, as {@link temporaryPath} named them. */
export async function abandonedPaths(path: string): Promise<string[]> {
  const [folder, start] = [dirname(path), basename(path)];
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => {
      const maker = name.startsWith(start) ? /^(\d+)-[0-9a-f]{8}$/.exec(name.slice(start.length))?.[1] : undefined;
      return maker !== undefined && !isAlive(Number(maker));
    })
    .map((name) => join(folder, name));
}
