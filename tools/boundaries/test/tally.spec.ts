import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The last line, of output and complaints together, of a Jest run over these files. */
const lastLineOf = async (files: Record<string, string>, config: object = {}): Promise<string | undefined> =>
  (await linesOf(files, config)).at(-1);

async function linesOf(
  files: Record<string, string>,
  config: object = {},
  variables: NodeJS.ProcessEnv = {},
): Promise<string[]> {
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
      env: { ...process.env, NODE_OPTIONS: '', ...variables },
    });
    return (await text(child.stdout)).trimEnd().split('\n');
  } finally {
    await rm(rootDir, { recursive: true, force: true });
  }
}

const green = "test('holds', () => {});";

test('a run ends with the number of tests that passed and failed', async () => {
  expect(await lastLineOf({ 'green.test.cjs': green })).toBe('1 passed, 0 failed');
});

test('failures, skipped tests and a suite that could not start are all counted', async () => {
  const files = {
    'mixed.test.cjs': `${green} test('breaks', () => { throw new Error('no'); }); test.skip('waits', () => {});`,
    'broken.test.cjs': "require('./nowhere.cjs');",
  };
  expect(await lastLineOf(files)).toBe('1 passed, 2 failed, 1 skipped');
});

test('a run that fails after its last test does not end with "0 failed"', async () => {
  const files = { 'green.test.cjs': green, 'teardown.cjs': "module.exports = () => { throw new Error('no'); };" };
  expect(await lastLineOf(files, { globalTeardown: '<rootDir>/teardown.cjs' })).toBe('1 passed, 1 failed');
});

describe('where neither Java nor a broker is to be had', () => {
  const files = { 'green.test.cjs': green, 'a.kafka.spec.ts': '', 'b.kafka.spec.ts': '', 'c.broker.spec.ts': '' };
  const without = { JAVA_HOME: '/nowhere', KAFKA_BROKERS: '', CI: '' };

  test('a run says loudly, in one line, how many suites were left out and what to install', async () => {
    const lines = await linesOf(files, {}, without);
    expect(lines.at(-1)).toBe('1 passed, 0 failed');
    expect(lines.filter((line) => line.includes('KAFKA'))).toEqual([
      expect.stringMatching(
        /KAFKA IS MISSING: 3 test suites were LEFT OUT; install Java 17 .* KAFKA_BROKERS=host:port/,
      ),
    ]);
  });

  test('a broker that is named serves all suites but those that need one of their own', async () => {
    const lines = await linesOf(files, {}, { ...without, KAFKA_BROKERS: '127.0.0.1:9092' });
    expect(lines.at(-2)).toContain('KAFKA IS MISSING: 1 test suite was LEFT OUT');
  });

  test('a run under CI fails', async () => {
    const lines = await linesOf(files, {}, { ...without, CI: 'true' });
    expect(lines.at(-1)).toBe('1 passed, 1 failed');
  });

  test('a run without such suites says nothing of it', async () => {
    const lines = await linesOf({ 'green.test.cjs': green }, {}, { ...without, CI: 'true' });
    expect(lines.at(-1)).toBe('1 passed, 0 failed');
    expect(lines.join('\n')).not.toContain('KAFKA');
  });
});

describe('where Kafka is to be had and Python is not', () => {
  const files = { 'green.test.cjs': green, 'a.kafka.spec.ts': '', 'b.python.kafka.spec.ts': '' };
  const without = { JAVA_HOME: '/nowhere', KAFKA_BROKERS: '127.0.0.1:9092', PYTHON: '/nowhere', CI: '' };

  test('a run says so of the suites that need both', async () => {
    const lines = await linesOf(files, {}, without);
    expect(lines.at(-1)).toBe('1 passed, 0 failed');
    expect(lines.at(-2)).toMatch(/^PYTHON IS MISSING: 1 test suite was LEFT OUT; install Python 3.9/);
  });

  test('a run under CI fails', async () => {
    const lines = await linesOf(files, {}, { ...without, CI: 'true' });
    expect(lines.at(-1)).toBe('1 passed, 1 failed');
  });

  test('where Kafka is missing too, a suite that needs both is told of once', async () => {
    const lines = await linesOf(files, {}, { ...without, KAFKA_BROKERS: '' });
    expect(lines.filter((line) => line.includes('MISSING'))).toEqual([
      expect.stringMatching(/^KAFKA.*: 2 test suites/),
    ]);
  });
});
