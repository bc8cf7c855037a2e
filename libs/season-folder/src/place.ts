import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding, Mistake } from './mistake.js';

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x22;
const COMMA = 0x2c;
const BOM = Buffer.from('\u{FEFF}');

/** As much of a record is looked at when a field's column is counted. */
const WINDOW = 2_097_152;

/**
 * Looks up the line and column of findings of one file. Done once at the end and only for what is shown, because
 * counting while reading would slow every good folder down for the sake of the bad ones.
 */
export async function placeAll(folder: string, file: string, findings: readonly Finding[]): Promise<Mistake[]> {
  const sorted = [...findings].sort((a, b) => a.from - b.from);
  const path = join(folder, file);
  const mistakes: Mistake[] = [];
  let lines = 1;
  let counted = 0;
  for (const { from, index, byte, field, what } of sorted) {
    const rest = field === undefined ? { what } : { field, what };
    try {
      lines += await newlinesBetween(path, counted, from);
      counted = from;
      const bytes = await bytesFrom(path, from);
      const until = byte === undefined ? fieldStart(bytes, index) : byte - from;
      const { down, column } = place(bytes.subarray(0, until), from === 0);
      mistakes.push({ file, line: lines + down, column, ...rest });
    } catch {
      mistakes.push({ file, line: 1, column: 1, ...rest });
    }
  }
  return mistakes.sort((a, b) => a.line - b.line || a.column - b.column);
}

async function newlinesBetween(path: string, from: number, until: number): Promise<number> {
  let count = 0;
  if (until > from) {
    for await (const chunk of createReadStream(path, { start: from, end: until - 1 }) as AsyncIterable<Buffer>) {
      for (let i = chunk.indexOf(NEWLINE); i >= 0; i = chunk.indexOf(NEWLINE, i + 1)) count += 1;
    }
  }
  return count;
}

async function bytesFrom(path: string, from: number): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(WINDOW), 0, WINDOW, from);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** At which of `bytes` field `index` of their first record begins. */
function fieldStart(bytes: Buffer, index: number): number {
  let at = 0;
  while (bytes[at] === NEWLINE || (bytes[at] === RETURN && bytes[at + 1] === NEWLINE)) at += 1;
  let quoted = false;
  for (let field = 0; field < index && at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) quoted = !quoted;
    else if (byte === COMMA && !quoted) field += 1;
    else if (byte === NEWLINE && !quoted) break;
  }
  return at;
}

/** How many lines below their start, and at which character of that line, the end of `bytes` stands. */
function place(bytes: Buffer, first: boolean): { down: number; column: number } {
  let down = 0;
  let lineStart = first && bytes.subarray(0, 3).equals(BOM) ? BOM.length : 0;
  for (let i = bytes.indexOf(NEWLINE); i >= 0; i = bytes.indexOf(NEWLINE, i + 1)) {
    down += 1;
    lineStart = i + 1;
  }
  return { down, column: [...bytes.subarray(lineStart).toString('utf8')].length + 1 };
}
