import { appendFileSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Entries wait in memory until they come to this many characters, of all buckets together. */
const WAITING = 2_097_152;

/** What is to be held at once of one bucket, as bytes of the file that is spread over them. */
const BUCKET_BYTES = 2_097_152;

/**
 * Entries put aside on disk under a key, to be read back one key at a time: grouping and finding doubles in files
 * that are larger than memory. Entries of a key come back in the order they went in.
 */
export class Buckets {
  readonly #waiting = new Map<string, string[]>();
  readonly #keys = new Set<string>();
  #size = 0;

  private constructor(private readonly folder: string) {}

  /** Buckets in a temporary folder of their own, which lasts until they are closed. */
  static async open(): Promise<Buckets> {
    return new Buckets(await mkdtemp(join(tmpdir(), 'ayni-buckets-')));
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  /** @param key letters, digits and dashes only: it names a file */
  add(key: string, entry: readonly string[]): void {
    const text = JSON.stringify(entry);
    const waiting = this.#waiting.get(key);
    if (waiting) waiting.push(text);
    else this.#waiting.set(key, [text]);
    this.#keys.add(key);
    this.#size += text.length;
    if (this.#size > WAITING) this.#flush();
  }

  get keys(): string[] {
    return [...this.#keys].sort();
  }

  read(key: string): string[][] {
    this.#flush();
    return readFileSync(join(this.folder, key), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => texts(JSON.parse(line)));
  }

  #flush(): void {
    for (const [key, texts] of this.#waiting) appendFileSync(join(this.folder, key), `${texts.join('\n')}\n`);
    this.#waiting.clear();
    this.#size = 0;
  }
}

function texts(entry: unknown): string[] {
  if (Array.isArray(entry) && entry.every((text) => typeof text === 'string')) return entry;
  throw new Error('a bucket holds something that was not put into it');
}

/** Spreads codes over as many keys as keep each bucket of the file at `path` small. */
export async function spreading(path: string): Promise<(code: string) => string> {
  const size = await stat(path).then(
    (stats) => stats.size,
    () => 0,
  );
  const count = Math.max(1, Math.ceil(size / BUCKET_BYTES));
  return (code) => String(hash(code) % count);
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
