import { spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accepted } from '../src/planted/accepted.js';
import { plantedForRooms } from '../src/planted/by-room.js';
import { plantedForTags } from '../src/planted/by-tags.js';
import { plantedInCode } from '../src/planted/in-code.js';
import type { Sample } from '../src/planted/planted.js';

interface Verdict {
  readonly rule: string;
  readonly message: string;
}

interface Graph {
  readonly graph: {
    readonly nodes: Record<string, { readonly data: { readonly root: string; readonly tags: string[] } }>;
  };
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
const tagRule = '@nx/enforce-module-boundaries';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ayni-boundaries-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a program of the workspace with Nx's notes, the project graph among them, in a folder of the test's own. */
async function run(program: string, args: readonly string[], notes: string, input = ''): Promise<string> {
  const child = spawn(process.execPath, [join(root, program), ...args], {
    cwd: root,
    env: {
      ...{ ...process.env, NODE_OPTIONS: '', NX_DAEMON: 'false', NX_TUI: 'false', NX_WORKSPACE_DATA_DIRECTORY: notes },
      // else Nx gives up a plugin's process that it could not reach within seconds, as on a busy machine
      NX_ISOLATE_PLUGINS: 'false',
      // else the parser takes files for what they are on the disk, where nothing is planted
      TSESTREE_SINGLE_RUN: 'false',
    },
  });
  child.stdin.end(input);
  const exit = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  const [output, complaint, status] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  if (status !== 0) throw new Error(`${program} ended with ${status}:\n${output}${complaint}`);
  return output;
}

/** Real imports would turn some answers into "circular" before the tags are asked. */
async function keepOnlyTags(graphFile: string): Promise<void> {
  const graph = JSON.parse(await readFile(graphFile, 'utf8')) as object;
  await writeFile(graphFile, JSON.stringify({ ...graph, dependencies: {} }));
}

async function judge(samples: readonly Sample[], notes: string): Promise<(sample: Sample) => Verdict[]> {
  const output = await run('tools/boundaries/judge.mjs', [], notes, JSON.stringify(samples));
  // Nx says on standard output too that it misses its graph.
  const verdicts = JSON.parse(output.trimEnd().split('\n').at(-1) ?? '') as Verdict[][];
  return (sample) => verdicts[samples.indexOf(sample)] ?? [];
}

describe('with the project graph', () => {
  let projects: Graph['graph']['nodes'];
  let verdict: (sample: Sample) => Verdict[];
  beforeAll(async () => {
    const notes = join(folder, 'with-graph');
    const file = join(folder, 'graph.json');
    await run('node_modules/nx/dist/bin/nx.js', ['graph', `--file=${file}`], notes);
    await keepOnlyTags(join(notes, 'project-graph.json'));
    projects = (JSON.parse(await readFile(file, 'utf8')) as Graph).graph.nodes;
    verdict = await judge([...plantedForTags, ...accepted], notes);
  });

  test.each(plantedForTags.map((sample) => [sample.says, sample] as const))('refused by its tags: %s', (_, sample) => {
    expect(verdict(sample)).toContainEqual({ rule: tagRule, message: expect.stringContaining(sample.because) });
  });

  test.each(accepted.map((sample) => [sample.says, sample] as const))('accepted by every rule: %s', (_, sample) => {
    expect(verdict(sample)).toEqual([]);
  });

  test('every folder of the workspace is a project with one type and one scope', async () => {
    const folders = await Promise.all(
      ['apps', 'libs', 'services', 'tools', 'tests'].map(async (parent) =>
        (await readdir(join(root, parent), { withFileTypes: true }))
          .filter((entry) => entry.isDirectory())
          .map((entry) => `${parent}/${entry.name}`),
      ),
    );
    const tagged = Object.values(projects).filter(({ data }) =>
      ['type:', 'scope:'].every((kind) => data.tags.filter((tag) => tag.startsWith(kind)).length === 1),
    );
    // Plain scripts of the root, without a package of their own.
    const packages = folders.flat().filter((name) => !['tools/build', 'tools/bundle', 'tools/jest'].includes(name));
    expect(tagged.map(({ data }) => data.root).sort()).toEqual(packages.sort());
  });
});

describe('without the project graph', () => {
  const refused = [...plantedForRooms, ...plantedInCode];
  let verdict: (sample: Sample) => Verdict[];
  beforeAll(async () => {
    verdict = await judge([...refused, ...plantedForTags, ...accepted], join(folder, 'without-graph'));
  });

  test.each(refused.map((sample) => [sample.says, sample] as const))('refused by its folder: %s', (_, sample) => {
    expect(verdict(sample).map(({ rule }) => rule)).toContain(sample.rule);
  });

  test.each(accepted.map((sample) => [sample.says, sample] as const))('accepted by its folder: %s', (_, sample) => {
    expect(verdict(sample)).toEqual([]);
  });

  test('the tags are silent, which is why lint goes through Nx', () => {
    expect(plantedForTags.flatMap(verdict).filter(({ rule }) => rule === tagRule)).toEqual([]);
  });
});

test('the arithmetic depends on no package', async () => {
  const manifest: unknown = JSON.parse(await readFile(join(root, 'libs/distribution/package.json'), 'utf8'));
  expect(Object.keys(manifest as object).filter((key) => /dependencies/i.test(key))).toEqual([]);
});
