import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { guidesOf } from '../src/guides.js';
import { withFilesShown } from '../src/shown-files.js';
import { linesShown, placeOf } from '../src/shown-lines.js';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string): string => readFileSync(project + path, 'utf8');
const guides = guidesOf(project);

test('the page for integrators shows the examples that are run', () => {
  const guide = guides.find(({ file }) => file === 'docs/integrators.md')?.text ?? '';
  expect([...guide.matchAll(/<!-- file: (\S+) -->/g)].map(([, path]) => path)).toEqual([
    'examples/integrators/typescript/revenue.ts',
    'examples/integrators/python/revenue.py',
  ]);
});

test.each(guides)('each file that $file shows is as it is shown (else: npm run events)', ({ text }) => {
  expect(withFilesShown(text, read)).toBe(text);
});

test.each(guides)('the lines that $file shows of a file stand there, once', ({ text }) => {
  for (const { path, runs } of linesShown(text))
    for (const run of runs) expect(placeOf(run, path, read(path).split('\n'))).toBeGreaterThanOrEqual(0);
});

test('a block is filled with its file, and others stay', () => {
  const page = 'A\n\n<!-- file: a.ts -->\n\n```ts\nold\n```\n\nB\n\n```sh\nstays\n```\n';
  expect(withFilesShown(page, (path) => `const it = '$& of ${path}';\n`)).toBe(
    "A\n\n<!-- file: a.ts -->\n\n```ts\nconst it = '$& of a.ts';\n```\n\nB\n\n```sh\nstays\n```\n",
  );
});

test('lines are told from those that are left out between them, and found whatever their indentation', () => {
  const page = 'A\n\n<!-- lines of: a.ts -->\n\n```ts\none,\n// …\n  two,\n  three,\n```\n\nB\n';
  const [shown] = linesShown(page);
  expect(shown).toEqual({ path: 'a.ts', runs: [['one,'], ['two,', 'three,']] });
  expect(placeOf(['two,', 'three,'], 'a.ts', ['one,', '    two,', '  three,'])).toBe(1);
  expect(() => placeOf(['two,', 'three,'], 'a.ts', ['two,', 'one,', 'three,'])).toThrow('a.ts has not:\ntwo,');
  expect(() => placeOf(['one,'], 'a.ts', ['one,', 'one,'])).toThrow('a.ts has more than once:\none,');
});
