import type { IncomingMessage } from 'node:http';
import { statfs } from 'node:fs/promises';

/** What the database needs at least to go on, and to end in order: a few segments of its log. */
const BYTES_MIN = 64 * 1024 * 1024;
const LOOK_MS = 500;
/** What writes nothing of a co-op's books; whoever reads has to sign in first. */
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
const SIGN_IN = /\/sessions(?:\/program|\/browser(?:\/renewal)?)?\/?(?:\?|$)/;

/**
 * Whether there is room on a disk for what a request would write. A database whose disk is full to the last byte may
 * stop for readers too: it is left enough, and who writes is told before.
 */
export class DiskRoom {
  private lookedAt = -Infinity;
  private looking: Promise<boolean> | undefined;
  private found = true;

  constructor(
    /** Any folder on the disk. */
    private readonly folder: string,
    private readonly least = BYTES_MIN,
  ) {}

  /** Whether the request only reads, or there is room for what it writes. */
  has({ method = '', url = '' }: Pick<IncomingMessage, 'method' | 'url'>): boolean | Promise<boolean> {
    if (READS.has(method) || SIGN_IN.test(url)) return true;
    if (performance.now() - this.lookedAt < LOOK_MS) return this.found;
    this.looking ??= this.look().finally(() => (this.looking = undefined));
    return this.looking;
  }

  private async look(): Promise<boolean> {
    // a disk that cannot be asked is no reason to refuse: the database says what is wrong with it
    const { bavail, bsize } = await statfs(this.folder).catch(() => ({ bavail: this.least, bsize: 1 }));
    this.found = bavail * bsize >= this.least;
    this.lookedAt = performance.now();
    return this.found;
  }
}
