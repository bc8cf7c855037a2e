import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testFolder } from '@ayni/testing/test-folder';
import { filesShown } from '../src/shown-files.js';
import { linesShown } from '../src/shown-lines.js';
import { follow, renamed } from './another-fact.js';
import { ScratchWorkspace } from './scratch-workspace.js';

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));
const page = readFileSync(`${PROJECT}docs/how-to/add-a-dated-fact.md`, 'utf8');

/** What somebody writes who follows the page: each file with its lines. */
const written = [
  ...filesShown(page).map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n') })),
  ...linesShown(page).map(({ path, runs }) => ({ path, lines: runs.flat() })),
];
const isTest = (path: string): boolean => /^tests\/|\/test\//.test(path);
const isSample = (path: string): boolean => path.startsWith('libs/contracts/samples/');
const product = written.filter(({ path }) => !isTest(path) && !isSample(path));
const linesOf = (files: typeof written): number => files.reduce((sum, { lines }) => sum + lines.length, 0);

describe('a dated fact costs what its page says', () => {
  test('at most 18 files, and 180 lines by hand besides its sample and its tests', () => {
    const sample = written.filter(({ path }) => isSample(path));
    const tests = written.filter(({ path }) => isTest(path));
    const [, said] = /\*\*(\d+ files[^*]+)\*\*/.exec(page) ?? [];
    expect(said?.replaceAll('\n', ' ')).toBe(
      `${written.length} files and ${linesOf(product)} lines, besides ${linesOf(sample)} of its sample and ${linesOf(tests)} of tests`,
    );
    expect(written.length).toBeLessThanOrEqual(18);
    expect(linesOf(product)).toBeLessThanOrEqual(180);
  });

  test('each of its fields is spelled in at most four files', () => {
    const declaration = product.find(({ path }) => path.includes('/facts/'))?.lines ?? [];
    const fields = declaration.flatMap((line) => /^ {2}@.*\) (\w+)!:/.exec(line)?.[1] ?? []);
    expect(fields.length).toBeGreaterThan(5);
    for (const field of fields) {
      const column = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      const name = new RegExp(`\\b(?:${field}|${column})\\b`);
      const places = product.filter(({ lines }) => lines.some((line) => name.test(line))).map(({ path }) => path);
      expect({ field, places, few: places.length <= 4 }).toEqual({ field, places, few: true });
    }
  });
});

describe('who follows the page under another name', () => {
  const COMPILER = ['node_modules/typescript-native/bin/tsc', '-b'];
  const ONE_CORE = ['--builders', '1', '--checkers', '1'];
  const JEST = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];

  let workspace: ScratchWorkspace;
  beforeAll(async () => {
    workspace = await ScratchWorkspace.of(PROJECT, testFolder());
    await follow(page, workspace);
    await workspace.run(...COMPILER, 'tsconfig.build.json', ...ONE_CORE);
    await workspace.run('tools/event-docs/dist/main.js');
  });
  afterAll(() => workspace.remove());

  test('has missed no file in which the fact of the page stands', async () => {
    const rooms = /^(?:infra|libs|services\/inventory|tests\/journeys|tools\/event-docs\/src)\/.*\.(?:ts|json)$/;
    /** Of tables that were there before: the page says in words which indexes a new one gets, and shows its columns. */
    const before = /persistence\/migrations\/20261128T(?:0930-index-list-filters|1410-name-units)\.ts$/;
    const missed: string[] = [];
    for (const file of workspace.files.filter((path) => rooms.test(path) && !before.test(path))) {
      const hasTwin = renamed(file) !== file && existsSync(join(workspace.folder, renamed(file)));
      if (hasTwin) continue;
      const text = await workspace.read(file);
      if (/gift/i.test(text) && !/barter/i.test(text)) missed.push(file);
    }
    expect(missed).toEqual([]);
  });

  test('has a fact that is recorded, listed, taken back and told, as its own tests and those of its contract say', async () => {
    const projects = new Set(written.map(({ path }) => path.split('/').slice(0, 2).join('/')));
    const withTests = [...projects].filter((project) =>
      existsSync(join(workspace.folder, project, 'tsconfig.spec.json')),
    );
    expect(withTests.length).toBeGreaterThan(2);
    await workspace.run(...COMPILER, ...withTests, ...ONE_CORE);
    const suites = [
      '--selectProjects',
      'inventory',
      'contracts',
      '--testPathPatterns',
      '/barters.spec|/contracts.spec',
    ];
    await workspace.run(...JEST, '-i', ...suites);
  });

  test('has a fact that a whole system holds as it holds all others', async () => {
    const suites = ['--selectProjects', 'journeys', '--testPathPatterns', '/src/season-door.spec'];
    await workspace.run(...JEST, '-i', ...suites);
  });
});
