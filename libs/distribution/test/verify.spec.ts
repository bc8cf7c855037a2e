import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { testFolder } from '@ayni/testing/test-folder';
import { distribute, isRefused } from '../src/index.js';
import { placesOf, readJson, sha256 } from './season.js';

const PROGRAM = fileURLToPath(new URL('../../../examples/verify/verify.py', import.meta.url));
const CASES = fileURLToPath(new URL('../cases/', import.meta.url));
const PYTHON = process.env['PYTHON'] ?? 'python3';

const isHere = spawnSync(PYTHON, ['--version']).status === 0;
const verify = (...paths: readonly string[]) => spawnSync(PYTHON, [PROGRAM, ...paths], { encoding: 'utf8' });

test('Python is there where a merge depends on it', () => {
  if (process.env['CI'] === 'true') expect(isHere).toBe(true);
});

(isHere ? describe : describe.skip)('somebody with Python and none of our code', () => {
  let folder: string;
  let worked = 0;
  const names = readdirSync(CASES).filter((name) => name.endsWith('.case.json'));

  beforeAll(() => {
    folder = testFolder();
    mkdirSync(folder, { recursive: true });
    for (const name of names) {
      copyFileSync(join(CASES, name), join(folder, name));
      const outcome = distribute(readJson(name), sha256, placesOf);
      if (!isRefused(outcome)) worked += 1;
      writeFileSync(join(folder, name.replace('.case.', '.outcome.')), JSON.stringify(outcome));
    }
  });

  test('comes to every figure and fingerprint of the shipped cases', () => {
    expect(verify(folder)).toMatchObject({ status: 0, stdout: `${worked} compared, 0 differences\n` });
    expect(execFileSync(PYTHON, [PROGRAM, CASES], { encoding: 'utf8' })).toContain(', 0 differences');
  });

  test('is told of a centavo that was moved, and of a fingerprint of something else', () => {
    const [whole, altered] = [join(folder, 'example.case.json'), join(folder, 'altered.json')];
    const outcome = readFileSync(join(folder, 'example.outcome.json'), 'utf8');
    writeFileSync(altered, outcome.replace('"net":"2084.02"', '"net":"2084.03"'));
    expect(verify(whole, altered)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining("/members/0/net: '2084.03' should be '2084.02'"),
    });
    writeFileSync(altered, outcome.replace(/"sha256:../, '"sha256:zz'));
    expect(verify(whole, altered)).toMatchObject({ status: 1, stdout: expect.stringContaining('/fingerprint: ') });
  });

  test('compares nothing of a case that was refused, and says so', () => {
    const refused = join(folder, 'refused.json');
    writeFileSync(refused, '{"code":"bases-not-100","pointer":"/ruleSet/bases"}');
    const { status, stdout } = verify(join(folder, 'example.case.json'), refused);
    expect([status, stdout]).toEqual([1, '0 compared, 0 differences\n']);
  });
});
