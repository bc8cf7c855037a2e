import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { errorCode } from '@ayni/processes/error-code';
import { extract } from 'tar-stream';
import { Complaint } from '../complaint.js';
import { MANIFEST, partsOf, productVersion, readManifest, type Manifest, type ArchivePart } from './manifest.js';

const MANIFEST_BYTES_MAX = 64 << 20;

/**
 * Reads a backup from beginning to end before anybody acts on it: every byte that the compression vouches for, every
 * digest, and that there is neither more nor less than its manifest says.
 * @throws Complaint where it is not whole, or of a later version
 */
export async function checkArchive(file: string, signal: AbortSignal): Promise<Manifest> {
  const found: ArchivePart[] = [];
  let text: Buffer | undefined;
  for await (const { name, content } of entriesOf(file, signal)) {
    if (text) throw damaged(file, `${name} > ${MANIFEST}`);
    const hash = createHash('sha256');
    const kept: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of content) {
      bytes += chunk.length;
      if (name !== MANIFEST) hash.update(chunk);
      else if (bytes <= MANIFEST_BYTES_MAX) kept.push(chunk);
      else throw damaged(file, name);
    }
    if (name === MANIFEST) text = Buffer.concat(kept);
    else found.push({ name, bytes, sha256: hash.digest('hex') });
  }
  const manifest = text && readManifest(text.toString('utf8'));
  if (!manifest) throw damaged(file, MANIFEST);
  if ('newer' in manifest) throw new Complaint('newer', { file, theirs: manifest.newer, ours: await productVersion() });
  const told = partsOf(manifest);
  const at = Array.from({ length: Math.max(told.length, found.length) }, (_, i) => i).find(
    (i) => !isSame(told[i], found[i]),
  );
  if (at !== undefined) throw damaged(file, told[at]?.name ?? found[at]?.name ?? MANIFEST);
  return manifest;
}

const isSame = (told: ArchivePart | undefined, found: ArchivePart | undefined): boolean =>
  told?.name === found?.name && told?.bytes === found?.bytes && told?.sha256 === found?.sha256;

/** The second reading of a checked backup: its contents one after the other, in the order of the manifest. */
export class ArchiveReader {
  private readonly entries: AsyncGenerator<Entry>;

  constructor(
    private readonly file: string,
    signal: AbortSignal,
  ) {
    this.entries = entriesOf(file, signal);
  }

  /** What the next entries hold, which have to be `parts`; they are proved once more, since the file may have changed. */
  async *contentOf(parts: readonly ArchivePart[]): AsyncGenerator<Buffer> {
    for (const part of parts) {
      const { value: entry, done } = await this.entries.next();
      if (done || entry.name !== part.name) throw damaged(this.file, part.name);
      const hash = createHash('sha256');
      for await (const chunk of entry.content) {
        hash.update(chunk);
        yield chunk;
      }
      if (hash.digest('hex') !== part.sha256) throw damaged(this.file, part.name);
    }
  }

  async close(): Promise<void> {
    await this.entries.return(undefined);
  }
}

type Entry = { readonly name: string; readonly content: AsyncIterable<Buffer> };

async function* entriesOf(file: string, signal: AbortSignal): AsyncGenerator<Entry> {
  const tar = extract();
  const read = pipeline(createReadStream(file), createGunzip(), tar, { signal });
  read.catch(() => undefined); // told below
  try {
    for await (const entry of tar) yield { name: entry.header.name, content: bytesOf(entry, file) };
    await read;
  } catch (error) {
    throw toldOf(file, error);
  }
}

async function* bytesOf(entry: AsyncIterable<unknown>, file: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of entry) if (Buffer.isBuffer(chunk)) yield chunk;
  } catch (error) {
    throw toldOf(file, error);
  }
}

/** What stops the reading is the file's fault, unless the system kept us from it. */
const toldOf = (file: string, error: unknown): unknown =>
  isOfSystem(error) ? error : damaged(file, error instanceof Error ? error.message : '', error);

const isOfSystem = (error: unknown): boolean =>
  error instanceof Complaint ||
  (error instanceof Error && error.name === 'AbortError') ||
  /^E(?!ISDIR)[A-Z]+$/.test(errorCode(error));

const damaged = (file: string, why: string, cause?: unknown): Complaint =>
  new Complaint('damaged', { file, why }, cause);
