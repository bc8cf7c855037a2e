import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execute } from '@ayni/processes/execute';
import { removeBooks } from '@ayni/testing-systems/books-url';
import { testFolder } from '@ayni/testing/test-folder';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

describe('the secrets that containers are given', () => {
  const program = fileURLToPath(new URL('../dist/make-secrets.js', import.meta.url));
  const folder = testFolder();
  const make = (): Promise<string> => execute(process.execPath, [program, folder]);

  beforeAll(make);
  afterAll(() => removeBooks(folder));

  test('are behind a folder that opens for its owner only, and can be read by a container’s user', async () => {
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    for (const name of await readdir(folder)) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o444);
  });

  test('are never made over', async () => {
    const before = await readFile(join(folder, 'signing-key.json'), 'utf8');
    await expect(make()).rejects.toThrow('not empty');
    expect(await readFile(join(folder, 'signing-key.json'), 'utf8')).toBe(before);
  });

  test('are all different', async () => {
    const texts = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
    const passwords = texts.flatMap((text) => [...text.matchAll(/[\w-]{32,}/g)].map(([password]) => password));
    expect(new Set(passwords).size).toBe(passwords.length - 1); // the public half of the key stands in both its files
  });
});
