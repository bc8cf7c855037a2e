import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { execute } from '@ayni/processes/execute';
import { freePort } from '@ayni/processes/port';
import { testFolder } from '@ayni/testing/test-folder';

/** Names the folder of a test run in which the books are kept that others are copied from. */
const TEST_BOOKS = 'TEST_BOOKS';

/** Lets the suites of this run and its workers copy the books of a first start instead of making them each time. */
export function keepFreshBooks(): void {
  process.env[TEST_BOOKS] ??= testFolder();
}

/** Removes what {@link keepFreshBooks} let be kept. */
export async function forgetFreshBooks(): Promise<void> {
  const { [TEST_BOOKS]: kept } = process.env;
  if (kept === undefined) return;
  delete process.env[TEST_BOOKS];
  await rm(kept, { recursive: true, force: true });
}

/**
 * A folder with books as a first start leaves them, which takes five times as long as a later one: the first that is
 * asked for in a run of tests is made, the others are copies. Where none is kept, or it is being made just now, nobody
 * has made the folder yet. What a first start itself promises is tested on a folder of one's own.
 * @param make starts the system on a folder for the first time, and ends it in order
 */
export async function freshBooks(make: (folder: string) => Promise<void>): Promise<string> {
  const folder = testFolder();
  const kept = process.env[TEST_BOOKS];
  if (kept === undefined) return folder;
  const whole = join(kept, 'whole');
  if (!(await exists(whole))) {
    const isFirst = await mkdir(kept, { mode: 0o755 }).then(
      () => true,
      () => false,
    );
    if (!isFirst) return folder;
    const made = join(kept, 'made');
    await make(made);
    await rename(made, whole);
  }
  // with its owners: as root the database belongs to another user
  await execute('cp', ['-a', whole, folder]);
  const credentials = join(folder, 'postgres.json');
  // systems run side by side
  const text = await readFile(credentials, 'utf8');
  await writeFile(credentials, text.replace(/("port": )\d+/, `$1${await freePort()}`));
  return folder;
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
