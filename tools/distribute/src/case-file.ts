import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { distribute, isRefused, parseJson, type Outcome, type RefusedCase } from '@ayni/distribution';
import { placesOf } from '@ayni/kernel';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Works out the case document in a file. @throws the system's error where the file cannot be read */
export function outcomeOfFile(path: string): Outcome | RefusedCase {
  const bytes = readFileSync(path);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { code: 'bad-document', pointer: '', detail: 'is not written in UTF-8' };
  }
  const json = parseJson(text);
  return isRefused(json) ? json : distribute(json.value, sha256, placesOf);
}

/** How outcomes and problems are written: JSON that people can read too. */
export const written = (result: Outcome | RefusedCase): string => `${JSON.stringify(result, null, 2)}\n`;
