import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

import { errorCode } from './error-code.js';

/**
 * Makes a folder and those above it that are missing. Node's own `recursive` asks for ever where a file system says of
 * whatever is to be made in it that it is not there, as /proc does.
 * @returns the first that was made; undefined where all were there
 */
export async function makeFolders(folder: string, mode = 0o777): Promise<string | undefined> {
  if (await isFolder(folder)) return undefined;
  const parent = dirname(folder);
  const first = parent === folder ? undefined : await makeFolders(parent, mode);
  try {
    await mkdir(folder, mode);
  } catch (error) {
    // somebody else was quicker
    if (errorCode(error) === 'EEXIST' && (await isFolder(folder))) return first;
    throw error;
  }
  return first ?? folder;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
