import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';

/** So many parts are taken before others are answered in between. */
const TOGETHER = 1_000;

/** SHA-256 of a text that comes in parts, as hexadecimal digits. */
export async function digestText(parts: Iterable<string>): Promise<string> {
  const digest = createHash('sha256');
  let taken = 0;
  for (const part of parts) {
    digest.update(part);
    taken += 1;
    if (taken % TOGETHER === 0) await turn();
  }
  return digest.digest('hex');
}
