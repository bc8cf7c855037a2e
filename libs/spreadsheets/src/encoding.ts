import { Refusal } from '@ayni/kernel';
import type { Encoding } from './sheet.js';

/** So many bytes say which alphabet a text without a mark is written in. */
const LOOKED_AT = 4_096;

/**
 * By which alphabet a text was written: by its mark, by the noughts that UTF-16 has between letters, or because it is
 * UTF-8 throughout. What is none of these is what spreadsheets of Spanish Windows write.
 */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const noughts = [0, 0];
  bytes.subarray(0, LOOKED_AT).forEach((byte, i) => {
    if (byte === 0) noughts[i % 2] = (noughts[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = noughts;
  if (odd > even && odd * 4 > Math.min(bytes.length, LOOKED_AT)) return 'utf-16le';
  if (even > odd && even * 4 > Math.min(bytes.length, LOOKED_AT)) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** The text of bytes. @throws Refusal `spreadsheet-unreadable` for what is no text of that alphabet */
export function textOf(bytes: Uint8Array, encoding: Encoding): string {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (text.includes('\0')) throw new Refusal('spreadsheet-unreadable');
    return text;
  } catch {
    throw new Refusal('spreadsheet-unreadable');
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
