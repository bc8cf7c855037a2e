import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The last line, of output and complaints together, of a Jest run over these files. */
async function lastLineOf(files: Record<string, string>, config: object = {}): Promise<string | undefined> {
  const rootDir = await mkdtemp(join(tmpdir(), 'ayni-tally-'));
  try {
    const reporters = ['default', join(root, 'tools/jest/tally.reporter.mjs')];
    const settings = { rootDir, reporters, transform: {}, testMatch: ['**/*.test.cjs'], ...config };
    await writeFile(join(rootDir, 'package.json'), '{}');
    await writeFile(join(rootDir, 'jest.config.json'), JSON.stringify(settings));
    await Promise.all(Object.entries(files).map(([name, code]) => writeFile(join(rootDir, name), code)));
    const jest = join(root, 'node_modules/jest/bin/jest.js');
    const child = spawn('sh', ['-c', '"$0" "$1" --ci 2>&1', process.execPath, jest], {
      cwd: rootDir,
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    return (await text(child.stdout)).trimEnd().split('\n').at(-1);
  } finally {
    await rm(rootDir, { recursive: true, force: true });
  }
}

const green = "test('holds', () => {});";

test('a run ends with the number of tests that passed and failed', async () => {
  expect(await lastLineOf({ 'green.test.cjs': green })).toBe('1 passed, 0 failed');
}, 30_000);

test('failures, skipped tests and a suite that could not start are all counted', async () => {
  const files = {
    'mixed.test.cjs': `${green} test('breaks', () => { throw new Error('no'); }); test.skip('waits', () => {});`,
    'broken.test.cjs': "require('./nowhere.cjs');",
  };
  expect(await lastLineOf(files)).toBe('1 passed, 2 failed, 1 skipped');
}, 30_000);

test('a run that fails after its last test does not end with "0 failed"', async () => {
  const files = { 'green.test.cjs': green, 'teardown.cjs': "module.exports = () => { throw new Error('no'); };" };
  expect(await lastLineOf(files, { globalTeardown: '<rootDir>/teardown.cjs' })).toBe('1 passed, 1 failed');
}, 30_000);
