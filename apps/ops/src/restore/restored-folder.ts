import { readdir, rename, rmdir, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { removePostgres } from '@ayni/postgres-server/remove';
import { abandonedPaths, temporaryPath } from '@ayni/processes/temporary-path';
import { errorCode } from '@ayni/processes/error-code';
import { SECRETS, SIGNING_KEY } from '@ayni/secrets/secrets';
import { syncFolder } from '../archive/write-archive.js';
import { Complaint } from '../complaint.js';
import { exists } from '../open-system.js';

/** An empty cluster with five empty databases; the tables and their indexes come on top. */
const EMPTY_SYSTEM_BYTES = 150e6;
/** A piece of PostgreSQL's log of changes, which it needs whole. */
const FULL_BYTES = 17e6;

/** Where books are put together beside the place that they are for, under a name that no start looks for. */
export class RestoredFolder {
  private constructor(
    readonly folder: string,
    readonly temporary: string,
  ) {}

  /** @throws Complaint where `folder` is not free */
  static async find(folder: string): Promise<RestoredFolder> {
    for (const name of ['postgres', 'postgres.json', SIGNING_KEY, SECRETS])
      if (await exists(join(folder, name))) throw new Complaint('placeTaken', { folder });
    const inside = await readdir(folder).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    });
    if (inside.length > 0) throw new Complaint('placeNotEmpty', { folder });
    return new RestoredFolder(folder, temporaryPath(folder + TEMPORARY));
  }

  /** Removes what restores into this place left that were killed, with the servers that they started. */
  async sweep(): Promise<void> {
    for (const temporary of await abandonedPaths(this.folder + TEMPORARY)) await removePostgres(temporary);
  }

  /** @throws Complaint where the books cannot fit, whatever is done */
  async expectSpace(bytes: number): Promise<void> {
    if ((await this.free()) < EMPTY_SYSTEM_BYTES + bytes) throw new Complaint('noSpace');
  }

  /** Whether the disk is so full that whatever went wrong came of that; PostgreSQL does not always say so. */
  async isFull(): Promise<boolean> {
    return (await this.free()) < FULL_BYTES;
  }

  private async free(): Promise<number> {
    let folder = this.folder;
    while (!(await exists(folder)) && dirname(folder) !== folder) folder = dirname(folder);
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  }

  /** Makes what was put together the books of the place, at once. */
  async take(): Promise<void> {
    await rmdir(this.folder).catch((error: unknown) => {
      if (errorCode(error) !== 'ENOENT') throw error;
    });
    await rename(this.temporary, this.folder);
    await syncFolder(dirname(this.folder));
  }

  /** Leaves nothing of a restore that failed; after {@link take} it does nothing. */
  async abandon(): Promise<void> {
    await removePostgres(this.temporary);
  }
}

const TEMPORARY = '.restoring-';
