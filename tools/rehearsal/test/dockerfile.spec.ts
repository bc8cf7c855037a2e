import { describe, expect, test } from '@jest/globals';
import { isLeftOut, parsePatterns } from '../src/build-context.js';
import { parseDockerfile } from '../src/dockerfile.js';
import { propertiesOf } from '../src/properties.js';

describe('a Dockerfile that is rehearsed', () => {
  test('is read stage by stage, with its comments left out and its long lines joined', () => {
    const stages = parseDockerfile(
      'FROM node:24 AS base\n# why\nWORKDIR /ayni\nFROM base\nCOPY --from=base /ayni .\nRUN one \\\n  && two\nCMD ["a", "b"]\n',
    );
    expect(stages).toEqual([
      { name: 'base', base: 'node:24', steps: [{ kind: 'workdir', path: '/ayni' }] },
      {
        name: undefined,
        base: 'base',
        steps: [
          { kind: 'copy', from: 'base', source: '/ayni', to: '.' },
          { kind: 'run', script: 'one && two' },
          { kind: 'cmd', words: ['a', 'b'] },
        ],
      },
    ]);
  });

  test.each([
    ['an instruction that is not rehearsed', 'FROM a\nADD x /x'],
    ['a flag that is not rehearsed', 'FROM a\nCOPY --chown=1 . .'],
    ['a pattern, which would be copied otherwise', 'FROM a\nCOPY lib* .'],
    ['a command that a shell would start, and no signal reach', 'FROM a\nCMD node main.js'],
    ['a secret of the build', 'FROM a\nRUN --mount=type=secret,id=x cat x'],
    ['what stands before the first stage', 'ARG X=1\nFROM a'],
    ['a directive of the parser', '# escape=`\nFROM a'],
  ])('is refused with %s', (_what, text) => {
    expect(() => parseDockerfile(text)).toThrow(/Not known|No stage|exec form/);
  });
});

describe('what .dockerignore lets through', () => {
  const patterns = parsePatterns('*\n!libs\n!package.json\ntests/*/*\n!tests/*/package.json\n**/dist\n**/*.spec.ts\n');

  test.each(['libs/kernel/src/a.ts', 'package.json', 'tests/journeys/package.json', 'libs/distribution/package.json'])(
    'is %s',
    (path) => expect(isLeftOut(path, patterns)).toBe(false),
  );

  test.each(['.env', 'secrets/signing-key.json', 'libs/kernel/dist/a.js', 'libs/a.spec.ts', 'tests/journeys/src/a.ts'])(
    'is not %s',
    (path) => expect(isLeftOut(path, patterns)).toBe(true),
  );

  test('is not guessed at where a pattern is of a kind that is not rehearsed', () => {
    expect(() => parsePatterns('lib[sx]')).toThrow('Not known');
  });
});

test('Kafka’s settings are worked out of the environment as the image does', () => {
  expect([
    ...propertiesOf({ KAFKA_NODE_ID: '1', KAFKA_HEAP_OPTS: '-Xmx1g', KAFKA_A__B_C___D: 'x', CLUSTER_ID: 'y' }),
  ]).toEqual([
    ['node.id', '1'],
    ['a_b.c-d', 'x'],
  ]);
});
