import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The program that runs Python. */
export const PYTHON = process.env['PYTHON'] ?? 'python3';

/** Where what can be fetched again is kept, outside the repository. */
const cache = (): string => {
  const { AYNI_CACHE, XDG_CACHE_HOME } = process.env;
  return AYNI_CACHE || join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'ayni');
};

/**
 * A folder for PYTHONPATH with the packages of a requirements.txt, fetched once. It is made beside its place and moved
 * there when it is whole.
 */
export async function pythonPackages(requirements: string): Promise<string> {
  const version = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const folder = join(cache(), `python-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache(), { recursive: true });
  const draft = `${folder}.new-${randomBytes(4).toString('hex')}`;
  try {
    execFileSync(PYTHON, ['-m', 'pip', 'install', '--quiet', '--target', draft, '-r', requirements], {
      stdio: 'pipe',
    });
    await rename(draft, folder);
  } catch (error) {
    const otherWasQuicker = existsSync(folder);
    if (!otherWasQuicker) throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return folder;
}
