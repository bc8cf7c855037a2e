import { test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { testFolder } from '@ayni/testing/test-folder';

/** A disk of memory, and what takes it away again. */
export type SmallDisk = { readonly disk: string; readonly remove: () => Promise<void> };

/**
 * Declares tests on a small disk where this machine lets us have one; elsewhere a test that says that they are left out.
 * @param size as mount takes it, such as `400m`
 */
export function onSmallDisk(size: string, declare: (disk: SmallDisk) => void): void {
  const disk = testFolder();
  mkdirSync(disk);
  const mounted =
    process.platform === 'linux' &&
    spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=0755`, 'tmpfs', disk]).status === 0;
  const remove = async (): Promise<void> => {
    if (mounted) spawnSync('umount', ['-l', disk]);
    await rm(disk, { recursive: true });
  };
  if (mounted) declare({ disk, remove });
  else
    test('A FULL DISK IS NOT TRIED HERE: who may not mount a small one cannot fill it', async () => {
      process.stderr.write('A FULL DISK IS NOT TRIED: this needs Linux and the right to mount a tmpfs\n');
      await remove();
    });
}
