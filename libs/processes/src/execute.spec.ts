import { tmpdir } from 'node:os';
import { realpath } from 'node:fs/promises';
import { expect, test } from '@jest/globals';

import { execute } from './execute.js';

const shell = (script: string): Promise<string> => execute('/bin/sh', ['-c', script]);

test('what a program prints is given, without what it says besides', async () => {
  expect(await shell('echo one; echo two >&2')).toBe('one');
});

test('what a program says where it prints nothing is given', async () => {
  expect(await shell('echo two >&2')).toBe('two');
});

test('a program that fails is quoted, wherever it said it, and its words are not', async () => {
  const failing = shell('echo half done; echo disk full >&2; exit 3 # secret');
  await expect(failing).rejects.toThrow(/^\/bin\/sh ended with status 3: (?=.*half done)(?=.*disk full)/s);
  await expect(failing).rejects.not.toThrow('secret');
  await expect(shell('kill -9 $$')).rejects.toThrow('ended with SIGKILL');
});

test('a program that is not there is refused by its code', async () => {
  await expect(execute('/nowhere/at/all', [])).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a program has the folder and the environment that it is given, and no other', async () => {
  const folder = await realpath(tmpdir());
  expect(await execute('/bin/sh', ['-c', 'pwd; echo "$HOME$WORD"'], { cwd: folder, env: { WORD: 'given' } })).toBe(
    `${folder}\ngiven`,
  );
});
