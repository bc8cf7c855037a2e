import { setImmediate as turn } from 'node:timers/promises';
import { TextDigest } from '../calculate-run/text-digest.js';

/** SHA-256 of a text that comes in parts, as hexadecimal digits; others are answered in between. */
export async function digestText(parts: Iterable<string>): Promise<string> {
  const digest = new TextDigest();
  for (const part of parts) if (digest.add(part)) await turn();
  return digest.end();
}
