import { expect, test } from '@jest/globals';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolders } from './make-folders.js';

test('folders are made down from the first that is missing, also by two at once, and never in place of a file', async () => {
  const place = await mkdtemp(join(tmpdir(), 'ayni-folders-'));
  try {
    const [a, c] = [join(place, 'a'), join(place, 'a', 'b', 'c')];
    const firsts = await Promise.all([makeFolders(c, 0o700), makeFolders(c, 0o700)]);
    expect(firsts).toContain(a);
    expect((await stat(c)).mode & 0o777).toBe(0o700);
    expect(await makeFolders(c)).toBeUndefined();
    await writeFile(join(place, 'file'), '');
    await expect(makeFolders(join(place, 'file'))).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(makeFolders(join(place, 'file', 'x'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  } finally {
    await rm(place, { recursive: true });
  }
});

const onLinux = process.platform === 'linux' ? test : test.skip;
onLinux('where nothing can be made, that is said', async () => {
  await expect(makeFolders('/proc/sys/x/y')).rejects.toMatchObject({ code: 'ENOENT' });
});
