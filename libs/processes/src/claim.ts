import { randomBytes, randomInt } from 'node:crypto';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { lives, markOf } from './process.js';

/**
 * Several that start together step back before each other so often; who holds the folder does not. Not for so long: on a
 * slow machine all of them would give up at once, and nobody would have it.
 */
const TRIES = 25;

/** A living process has claimed the folder. */
export class FolderInUse extends Error {
  constructor(folder: string) {
    super(`${folder} is in use by another Ayni.`);
  }
}

/**
 * Takes `folder` for this process until the claim is given back or the process ends, however it ends. Each writes its
 * claim first, as `<name>.held-…`, and looks for others' then, so that of two at once at least one sees the other.
 * @returns gives it back
 * @throws FolderInUse
 */
export async function claim(folder: string, name: string): Promise<() => Promise<void>> {
  const { pid, start } = await markOf(process.pid);
  const prefix = `${name}.held-`;
  const own = `${prefix}${pid}-${start}-${randomBytes(4).toString('hex')}`;
  const file = join(folder, own);
  for (let tried = 1; ; tried += 1) {
    await writeFile(file, '', { mode: 0o600 });
    if (!(await othersClaim(folder, prefix, own))) return () => rm(file, { force: true });
    await rm(file, { force: true });
    if (tried === TRIES) throw new FolderInUse(folder);
    await pause(randomInt(10, 150));
  }
}

/** Whether a living process claims the folder too; what dead ones left is removed. */
async function othersClaim(folder: string, prefix: string, own: string): Promise<boolean> {
  let others = false;
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix) || name === own) continue;
    const [, pid, start = ''] = /^(\d+)-(.*)-[0-9a-f]{8}$/.exec(name.slice(prefix.length)) ?? [];
    if (pid === undefined) continue;
    if (await lives({ pid: Number(pid), start })) others = true;
    else await rm(join(folder, name), { force: true });
  }
  return others;
}
