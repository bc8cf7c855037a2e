import { Explained } from '@ayni/kernel';
import { randomBytes } from 'node:crypto';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { lives, markOf } from './process.js';
import { becomesTrue } from './becomes-true.js';

/** Who finds the folder held looks again so often, should the holder just be about to end. */
const LOOKS_MAX = 100;

/** A living process has claimed the folder. */
export class FolderInUse extends Explained {
  constructor(folder: string) {
    super({ es: `Otro Ayni está usando ${folder}.`, en: `${folder} is in use by another Ayni.` });
  }
}

/**
 * Takes `folder` for this process until the claim is given back or the process ends, however it ends. Each writes its
 * claim first, as `<name>.held-…`, and looks for others' then, so that of two at once at least one sees the other. Of
 * several at once all step back but the first by name, which therefore gets the folder however slow the machine is.
 * @returns gives it back
 * @throws FolderInUse
 */
export async function claim(folder: string, name: string): Promise<() => Promise<void>> {
  const { pid, start } = await markOf(process.pid);
  const prefix = `${name}.held-`;
  const own = `${prefix}${pid}-${start}-${randomBytes(4).toString('hex')}`;
  const file = join(folder, own);
  let claims = true;
  const giveBack = (): Promise<void> => rm(file, { force: true });
  const isOurs = await becomesTrue(LOOKS_MAX, async () => {
    if (claims) await writeFile(file, '', { mode: 0o600 });
    const others = await othersClaims(folder, prefix, own);
    if (claims && others.length === 0) return true;
    claims = others.every((other) => own < other);
    if (!claims) await giveBack();
    return false;
  });
  if (isOurs) return giveBack;
  await giveBack();
  throw new FolderInUse(folder);
}

/** The claims of living processes besides `own`; what dead ones left is removed. */
async function othersClaims(folder: string, prefix: string, own: string): Promise<string[]> {
  const others: string[] = [];
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix) || name === own) continue;
    const [, pid, start = ''] = /^(\d+)-(.*)-[0-9a-f]{8}$/.exec(name.slice(prefix.length)) ?? [];
    if (pid === undefined) continue;
    if (await lives({ pid: Number(pid), start })) others.push(name);
    else await rm(join(folder, name), { force: true });
  }
  return others;
}
