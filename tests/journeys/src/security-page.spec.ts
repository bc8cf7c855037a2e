import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { WORKSPACE } from '@ayni/testing/run-program';
import { LEVELS } from './security-page/levels.js';

type Line = { readonly id: string; readonly level: string; readonly shown: string };

let lines: Line[];
beforeAll(async () => {
  const page = await readFile(join(WORKSPACE, 'docs/security.md'), 'utf8');
  lines = [...page.matchAll(/^\| (V\d+\.\d+\.\d+) +\| (\d) +\| [^|]+\| ([^|]*)\|$/gm)].map(
    ([, id = '', level = '', shown = '']) => ({ id, level, shown: shown.trim() }),
  );
});

test('the page of security has each requirement of ASVS 5.0, levels 1 and 2, once and in its order', () => {
  const required = Object.entries(LEVELS).flatMap(([section, levels]) =>
    [...levels].flatMap((level, i) => (level === '3' ? [] : [`${section}.${i + 1} ${level}`])),
  );
  expect(lines.map(({ id, level }) => `${id} ${level}`)).toEqual(required);
  expect(required.length).toBe(253);
});

test('each of its lines names a test, or says why there is none', () => {
  const silent = lines.filter(
    ({ shown }) => !/`[\w./-]+\.spec\.ts`|^does not apply: |^\*\*not met\*\*: |see the page of /.test(shown),
  );
  expect(silent).toEqual([]);
});

test('every file that it names is there, and has the test that is named', async () => {
  const named = lines.flatMap(({ shown }) =>
    [...shown.matchAll(/`([\w./-]+\.spec\.ts)`(?:: ([^<]+))?/g)].map(([, file = '', name = '']) => ({
      file,
      name: name.trim(),
    })),
  );
  expect(named.length).toBeGreaterThan(150);
  const lacking: string[] = [];
  for (const { file, name } of new Map(named.map((one) => [JSON.stringify(one), one])).values()) {
    const path = join(WORKSPACE, file);
    if (!existsSync(path)) lacking.push(file);
    else if (!(await readFile(path, 'utf8')).includes(name)) lacking.push(`${file}: ${name}`);
  }
  expect(lacking).toEqual([]);
});
