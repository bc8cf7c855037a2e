import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const program = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const cases = fileURLToPath(new URL('../../../libs/distribution/cases', import.meta.url));
const distribute = (...words: string[]) => spawnSync(process.execPath, [program, ...words], { encoding: 'utf8' });
const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'distribute-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A file of the test's own with this text or these bytes in it. */
function file(name: string, contents: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, contents);
  return path;
}

describe('one case', () => {
  test('is worked out onto standard output, with nothing but the file', () => {
    const run = distribute(join(cases, 'example.case.json'));
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(run.stdout)).toMatchObject(readJson(join(cases, 'example.outcome.json')) as object);
  });

  test('that is refused prints its code and place and ends with status 2', () => {
    const run = distribute(join(cases, '0008.case.json'));
    expect(run).toMatchObject({ status: 2, stderr: '' });
    expect(JSON.parse(run.stdout)).toMatchObject({ code: 'bases-not-100', pointer: '/ruleSet/bases' });
  });

  test.each<[string, string | Uint8Array, string]>([
    ['no JSON', '{ "currency": ', ''],
    ['nothing', '', ''],
    ['no UTF-8', Uint8Array.of(0x7b, 0xff, 0x7d), ''],
    ['a name said twice', '{ "currency": "BOB", "currency": "USD" }', '/currency'],
  ])('that is %s is a bad document', (_, contents, pointer) => {
    const run = distribute(file('bad.json', contents));
    expect(run).toMatchObject({ status: 2, stderr: '' });
    expect(JSON.parse(run.stdout)).toMatchObject({ code: 'bad-document', pointer });
  });

  test('may begin with the mark that some editors put before UTF-8', () => {
    const example = readFileSync(join(cases, 'example.case.json'), 'utf8');
    expect(distribute(file('marked.case.json', `\ufeff${example}`)).status).toBe(0);
  });

  test('that is not there is named, with status 2 and no stack', () => {
    const run = distribute(join(folder, 'nowhere.json'));
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toMatch(/no such file.*nowhere\.json/);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('a folder of cases', () => {
  test('is worked out into another folder, refusals among the outcomes', () => {
    const from = join(folder, 'cases');
    const to = join(folder, 'some', 'outcomes');
    cpSync(cases, from, { recursive: true });
    writeFileSync(join(from, 'torn.case.json'), '{');
    writeFileSync(join(from, 'notes.txt'), 'not a case');
    const names = readdirSync(from).filter((name) => name.endsWith('.case.json'));

    expect(distribute(from, '--out', to)).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(to).sort()).toEqual(names.map((name) => name.replace('.case.', '.outcome.')).sort());
    expect(readJson(join(to, 'torn.outcome.json'))).toMatchObject({ code: 'bad-document', pointer: '' });
    for (const name of names.filter((each) => each !== 'torn.case.json').slice(0, 10)) {
      const outcome = name.replace('.case.', '.outcome.');
      expect(Object.keys(readJson(join(to, outcome)) as object)).toEqual(
        expect.arrayContaining(Object.keys(readJson(join(cases, outcome)) as object)),
      );
    }
  });

  test('needs a place for its outcomes, and one case needs none', () => {
    expect(distribute(cases)).toMatchObject({ status: 2, stdout: '' });
    expect(distribute(join(cases, 'example.case.json'), '--out', folder)).toMatchObject({ status: 2, stdout: '' });
    expect(distribute()).toMatchObject({ status: 2, stdout: '' });
  });
});
