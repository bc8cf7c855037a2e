import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';

import { findByWord, findMentioning, wordsOf } from './command-line.js';

test('a process is found by a whole word of its command line, and not once it has ended', async () => {
  const word = `ayni-spec=${process.pid}`;
  const script = 'console.log("ready"); setInterval(() => {}, 1000)';
  const child = spawn(process.execPath, ['-e', script, word], { stdio: ['ignore', 'pipe', 'ignore'] });
  // it has its command line a moment after it was begun
  await once(child.stdout, 'data');
  const pid = child.pid ?? 0;
  expect((await findByWord(word))?.pid).toBe(pid);
  expect(await findByWord(word.slice(0, -1))).toBeUndefined();
  expect(await wordsOf(pid)).toContain(word);
  expect((await findMentioning(word.slice(0, -1))).map((found) => found.pid)).toContain(pid);
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
  expect(await findByWord(word)).toBeUndefined();
  expect(await wordsOf(pid)).not.toContain(word);
});
