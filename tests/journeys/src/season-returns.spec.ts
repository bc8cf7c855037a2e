import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readBook } from '@ayni/season-folder/book';
import { runBook } from '@ayni/season-folder/run-book';
import { WORKSPACE } from '@ayni/testing/run-program';
import { testFolder } from '@ayni/testing/test-folder';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { startSystem } from './start-system.js';

const CHACOMA = join(WORKSPACE, 'examples/chacoma');

let system: SystemProcess;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.remove());

test('a season of a folder in which somebody left and came back counts the days of both her periods', async () => {
  const folder = join(testFolder(), 'chacoma');
  await cp(CHACOMA, folder, { recursive: true });
  const rewrite = async (name: string, change: (lines: string[]) => string[]): Promise<void> => {
    const path = join(folder, `${name}.csv`);
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
    await writeFile(path, `${change(lines).join('\n')}\n`);
  };
  for (const name of ['harvests', 'losses', 'care', 'expenses', 'advances'])
    await rewrite(name, (lines) => lines.slice(0, 1));
  for (const name of ['sales', 'work', 'deliveries']) await rewrite(name, (lines) => lines.slice(0, 3));
  await rewrite('members', (lines) => [...lines, '018,Asunta,Callisaya Apaza,F,1991,F18,2026-06-21,']);
  const [[, outcome] = []] = await runBook(system, await readBook(folder), { now: new Date() });
  const days = new Map(outcome?.members.map((member) => [member.member, member.days]));
  // July to the 15th of March, and the last ten of June
  expect([days.get('018'), days.get('001')]).toEqual([258 + 10, 365]);
});
