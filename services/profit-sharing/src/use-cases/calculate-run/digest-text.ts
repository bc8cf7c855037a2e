import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';

/** Of such a length is what is taken before others are answered in between. */
const TOGETHER = 250_000;

/** SHA-256 of a text that comes in parts, as hexadecimal digits. */
export async function digestText(parts: Iterable<string>): Promise<string> {
  const digest = createHash('sha256');
  let text = '';
  for (const part of parts) {
    text += part;
    if (text.length < TOGETHER) continue;
    digest.update(text);
    text = '';
    await turn();
  }
  return digest.update(text).digest('hex');
}
