import { randomBytes } from 'node:crypto';
import { chmod, chown, link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { fieldOf } from '@ayni/kernel';
import { errorCode } from '@ayni/processes/error-code';

/**
 * What `parse` makes of the JSON in a file; undefined where there is no file.
 * @throws Error that names it and what it lacks, whatever else is in it
 */
export async function read<Content>(
  file: string,
  lacks: string,
  parse: (found: unknown) => Content,
): Promise<Content | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return undefined;
    throw error;
  }
  try {
    return parse(JSON.parse(text));
  } catch (error) {
    throw new Error(`${file} ${lacks}`, { cause: error });
  }
}

/** What `find` reads in a file, which is made where there is none; whoever makes it at the same time gets the same. */
export async function findOrMake<Content extends object>(
  file: string,
  find: (file: string) => Promise<Content | undefined>,
  make: () => Content,
): Promise<Content> {
  const found = await find(file);
  if (found) return found;
  await withTemporaryFile(file, make(), (temporary) =>
    link(temporary, file).catch((error: unknown) => {
      if (errorCode(error) !== 'EEXIST') throw error;
    }),
  );
  const made = await find(file);
  if (!made) throw new Error(`${file} cannot be made`);
  return made;
}

/** Puts another content in the place of a file, for whoever could read it before; a new one its owner alone can read. */
export function replace(file: string, content: object): Promise<void> {
  return withTemporaryFile(file, content, async (temporary) => {
    const before = await stat(file).catch((error: unknown) => {
      if (errorCode(error) !== 'ENOENT') throw error;
    });
    if (before) {
      await chmod(temporary, before.mode);
      if (process.getuid?.() === 0) await chown(temporary, before.uid, before.gid);
    }
    await rename(temporary, file);
  });
}

/** The content goes to its place by way of a temporary file: whole or not at all, whenever the power goes. */
async function withTemporaryFile(
  file: string,
  content: object,
  put: (temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = `${file}.${randomBytes(4).toString('hex')}`;
  try {
    await writeFile(temporary, `${JSON.stringify(content)}\n`, { mode: 0o600, flag: 'wx', flush: true });
    await put(temporary);
  } finally {
    await rm(temporary, { force: true });
  }
}

/** A text of a JSON object; empty where it has none of that name. */
export function textIn(found: unknown, name: string): string {
  const value = fieldOf(found, name);
  return typeof value === 'string' ? value : '';
}
