import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, constants, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack, type Pack } from 'tar-stream';
import { Complaint } from '../complaint.js';
import { exists } from '../open-system.js';
import { MANIFEST, type Manifest, type ArchivePart } from './manifest.js';

/** Pieces of this size are held in memory, however large a table is. */
const PART_BYTES = 4 << 20;

/** A backup that is being written beside its place; readable by its owner only, and there only when it is whole. */
export class ArchiveWriter {
  private constructor(
    private readonly file: string,
    private readonly temporary: string,
    private readonly tar: Pack,
    private readonly written: Promise<void>,
  ) {}

  /** @throws Complaint where `file` exists: no backup is ever written over */
  static async create(file: string, signal: AbortSignal): Promise<ArchiveWriter> {
    if (await exists(file)) throw new Complaint('fileExists', { file });
    const temporary = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
    // first: why a place cannot be written to is known before anything else is done
    await access(dirname(file), constants.W_OK);
    await (await open(temporary, 'wx', 0o600)).close();
    const tar = pack();
    const written = pipeline(tar, createGzip(), createWriteStream(temporary, { flags: 'r+', flush: true }), { signal });
    written.catch(() => undefined); // told to whoever adds or finishes
    return new ArchiveWriter(file, temporary, tar, written);
  }

  /** Adds what `content` gives, in pieces called `<name>.1` and so on. */
  async addPieces(name: string, content: AsyncIterable<Buffer>): Promise<ArchivePart[]> {
    const parts: ArchivePart[] = [];
    let gathered: Buffer[] = [];
    let bytes = 0;
    const flush = async (): Promise<void> => {
      if (bytes === 0) return;
      parts.push(await this.add(`${name}.${parts.length + 1}`, Buffer.concat(gathered)));
      gathered = [];
      bytes = 0;
    };
    for await (const chunk of content) {
      gathered.push(chunk);
      bytes += chunk.length;
      if (bytes >= PART_BYTES) await flush();
    }
    await flush();
    return parts;
  }

  async add(name: string, content: Buffer): Promise<ArchivePart> {
    try {
      await new Promise<void>((resolve, reject) => {
        this.tar.entry({ name, mode: 0o600 }, content, (error) => (error ? reject(error) : resolve()));
      });
    } catch (error) {
      // the archive says that it is closed; why that is says the file
      this.tar.destroy();
      await this.written;
      throw error;
    }
    return { name, bytes: content.length, sha256: digestOf(content) };
  }

  /** Writes the manifest, and puts the backup in its place once it is on the disk. @returns its size in bytes */
  async finish(manifest: Manifest): Promise<number> {
    await this.add(MANIFEST, Buffer.from(`${JSON.stringify(manifest, undefined, 1)}\n`));
    this.tar.finalize();
    await this.written;
    const { size } = await stat(this.temporary);
    if (await exists(this.file)) throw new Complaint('fileExists', { file: this.file });
    await rename(this.temporary, this.file);
    await syncFolder(dirname(this.file));
    return size;
  }

  /** Leaves nothing of a backup that failed; after {@link finish} it does nothing. */
  async abandon(): Promise<void> {
    this.tar.destroy();
    await this.written.catch(() => undefined);
    await rm(this.temporary, { force: true });
  }
}

export const digestOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

/** Makes a new name in `folder` survive a power cut, where the system can do that. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
