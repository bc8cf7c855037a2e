import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { withFilesShown } from '../src/shown-files.js';

const project = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(fileURLToPath(new URL(path, project)), 'utf8');

test('the examples on the page for integrators are the files that are run (else: npm run events)', () => {
  const guide = read('docs/integrators.md');
  expect([...guide.matchAll(/<!-- file: (\S+) -->/g)].map(([, path]) => path)).toEqual([
    'examples/integrators/typescript/revenue.ts',
    'examples/integrators/python/revenue.py',
  ]);
  expect(withFilesShown(guide, read)).toBe(guide);
});

test('a block is filled with its file, and others stay', () => {
  const page = 'A\n\n<!-- file: a.ts -->\n\n```ts\nold\n```\n\nB\n\n```sh\nstays\n```\n';
  expect(withFilesShown(page, (path) => `const it = '$& of ${path}';\n`)).toBe(
    "A\n\n<!-- file: a.ts -->\n\n```ts\nconst it = '$& of a.ts';\n```\n\nB\n\n```sh\nstays\n```\n",
  );
});
