import { randomBytes, randomInt } from 'node:crypto';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { startOf } from './process.js';

const PREFIX = 'kafka.held-';
/** Several that start together step back before each other for so long; who holds the folder does not. */
const PATIENCE_MS = 2_000;

/**
 * Takes `folder` for this process until the claim is given back or the process ends, however it ends. Each writes its
 * claim first and looks for others' then, so that of two at once at least one sees the other.
 * @throws Error where a living process has it
 */
export async function claim(folder: string): Promise<() => Promise<void>> {
  const until = Date.now() + PATIENCE_MS;
  const name = `${PREFIX}${process.pid}-${await startOf(process.pid)}-${randomBytes(4).toString('hex')}`;
  const file = join(folder, name.replaceAll(/\s+/g, '_'));
  for (;;) {
    await writeFile(file, '', { mode: 0o600 });
    if (!(await othersClaim(folder, file))) return () => rm(file, { force: true });
    await rm(file, { force: true });
    if (Date.now() > until) throw new Error(`The Kafka of ${folder} is in use by another Ayni.`);
    await pause(randomInt(10, 150));
  }
}

/** Whether a living process claims the folder too; what dead ones left is removed. */
async function othersClaim(folder: string, own: string): Promise<boolean> {
  let others = false;
  for (const name of await readdir(folder)) {
    const file = join(folder, name);
    const [, pid, start] = /^kafka\.held-(\d+)-(.*)-[0-9a-f]{8}$/.exec(name) ?? [];
    if (pid === undefined || file === own) continue;
    const lives = (await startOf(Number(pid))).replaceAll(/\s+/g, '_') === start;
    if (lives) others = true;
    else await rm(file, { force: true });
  }
  return others;
}
