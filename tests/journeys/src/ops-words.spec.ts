import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Caller } from './caller.js';
import { removeBooks } from '@ayni/testing-systems/books-url';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { runProgram, WORKSPACE } from '@ayni/testing/run-program';
import { testFolder } from '@ayni/testing/test-folder';
import { setUp } from './small-coop.js';
import { startSystem } from './start-system.js';

let system: SystemProcess;
let first: Awaited<ReturnType<typeof setUp>>;
beforeAll(async () => {
  system = await startSystem();
  first = await setUp(system, 'chacoma');
});
afterAll(() => system.remove());

/** What an operator's command says to people. */
const saidBy = (language: string, args: readonly string[], input?: string): ReturnType<typeof runProgram> =>
  runProgram(process.execPath, [join(WORKSPACE, 'apps/ops/dist/main.js'), ...args], {
    environment: { AYNI_LANG: language, DATABASE_URL: '' },
    ...(input === undefined ? {} : { input }),
  });

const UUID = '[0-9a-f-]{36}';

test.each([
  ['es', new RegExp(`^La cooperativa coop-es está hecha, con ana como primera .* Su identificador es ${UUID}\\.\n$`)],
  ['en', new RegExp(`^The co-op coop-en is made, with ana as its first user\\. Its id is ${UUID}\\.\n$`)],
])('coop create says in %s what it made', async (language, said) => {
  const args = ['coop', 'create', '--code', `coop-${language}`, '--name', 'Another', '--user', 'ana'];
  const { status, output, errors } = await saidBy(language, [...args, '--data', system.folder], 'lluvia de enero 77\n');
  expect({ status, output, errors }).toEqual({ status: 0, output: expect.stringMatching(said), errors: '' });
});

test.each([
  ['es', 'first de chacoma puede ingresar de inmediato: se olvidó lo que falló. Direcciones: 1.\n'],
  ['en', 'first of chacoma may sign in at once: what failed is forgotten. Addresses: 1.\n'],
])('brake lift says in %s whom it lets in', async (language, output) => {
  const guess = { coop: 'chacoma', user: 'first', password: 'a wrong guess of it' };
  await new Caller(system.url).ask('POST', '/api/members/v1/sessions', { body: guess });
  const args = ['brake', 'lift', '--coop', 'chacoma', '--user', 'first', '--data', system.folder];
  expect(await saidBy(language, args)).toEqual({ status: 0, output, errors: '' });
});

test('a command whose words find no room is done all the same, and fails', async () => {
  const lift = ['brake', 'lift', '--coop', 'chacoma', '--user', 'first', '--data', system.folder];
  const ops = [process.execPath, join(WORKSPACE, 'apps/ops/dist/main.js'), ...lift];
  const told = await runProgram('bash', ['-c', 'exec "$0" "$@" > /dev/full', ...ops], {
    environment: { AYNI_LANG: 'es', DATABASE_URL: '' },
  });
  expect(told).toEqual({ status: 1, output: '', errors: '' });
});

const ID = '01890000-0000-7000-8000-000000000000';
const NOBODY = ['--coop', 'nowhere', '--user', 'first'];
const STRANGER = ['--coop', 'chacoma', '--user', 'stranger'];
test.each([
  ...[NOBODY, STRANGER].map((who) => [['brake', 'lift', ...who], who === NOBODY ? 'nowhere' : 'stranger'] as const),
  ...[NOBODY, STRANGER].map(
    (who) =>
      [
        ['officer', 'name', ...who, '--roles', 'manager', '--reason', 'alone'],
        who === NOBODY ? 'nowhere' : 'stranger',
      ] as const,
  ),
  ...[['show'], ['replay'], ['drop', '--reason', 'x']].map(
    ([verb = '', ...more]) => [['parked', verb, ID, ...more], ID] as const,
  ),
  [['parked', 'list', '--service', 'accounts'], 'accounts'],
  [['replay', '--service', 'accounts', '--from', '1'], 'accounts'],
])('%j says what is not there, and fails', async (args, missing) => {
  // the other language is not asked: its sentences stand beside these, or nothing compiles
  const { status, output, errors } = await saidBy('es', [...args, '--data', system.folder]);
  expect({ status, output, errors }).toEqual({ status: 1, output: '', errors: expect.stringContaining(missing) });
});

test.each([
  ['es', 'second-es de chacoma: hecho, y queda en el rastro de la cooperativa.\n'],
  ['en', 'second-en of chacoma: done, and it stands in the trail of the co-op.\n'],
])(
  'officer name says in %s that it stands in the trail, and trail verify that this holds',
  async (language, output) => {
    const second = `second-${language}`;
    await first.post('/api/members/v1/users', {
      rows: [{ name: second, password: 'otra lluvia 77', roles: ['integrator'] }],
    });
    const name = ['officer', 'name', '--coop', 'chacoma', '--user', second, '--roles', 'manager', '--reason', 'alone'];
    expect(await saidBy(language, [...name, '--data', system.folder])).toEqual({ status: 0, output, errors: '' });
    const trail = await saidBy(language, ['trail', 'verify', '--data', system.folder]);
    const holds = { es: 'intacto', en: 'holds' }[language] ?? '';
    expect(trail).toEqual({
      ...{ status: 0, errors: '' },
      output: expect.stringMatching(new RegExp(`^members +chacoma +\\d+ +[0-9a-f]{64} +${holds}$`, 'm')),
    });
  },
);

test('backup says in both languages how much it took, and restore where that is now', async () => {
  const folder = testFolder();
  await mkdir(folder);
  const said = {
    es: /^Copia hecha: .*\n\d+ registros, \d+\.\d MB, en \d+\.\d s\. Las puertas esperaron \d+ ms\.\nGuárdela .*\n$/,
    en: /^Backed up: .*\n\d+ records, \d+\.\d MB, in \d+\.\d s\. The doors waited \d+ ms\.\nKeep it .*\n$/,
  };
  for (const [language, output] of Object.entries(said)) {
    const backup = await saidBy(language, ['backup', join(folder, language), '--data', system.folder]);
    expect(backup).toEqual({ status: 0, output: expect.stringMatching(output), errors: '' });
  }
  const restored = join(folder, 'restored');
  // the other language is not asked: its sentence stands beside this one, or nothing compiles
  const { status, output, errors } = await saidBy('es', ['restore', join(folder, 'es'), '--data', restored]);
  const open = 'Abrirlo: npm start -- --data';
  expect({ status, output, errors }).toEqual({ status: 0, output: expect.stringContaining(open), errors: '' });
  expect(output).toMatch(/\d+ registros, como estaban el \d{4}-\d\d-\d\d \d\d:\d\d UTC\./);
  await removeBooks(restored);
});

test.each([
  ['es', 'x', 'No existe la cooperativa x.\n'],
  ['en', 'x', 'There is no co-op x.\n'],
  ['es', 'chacoma', 'No existe el cambio de nobody.\n'],
  ['en', 'chacoma', 'There is no change of nobody.\n'],
])('officer name says in %s what of %s is not there', async (language, coop, errors) => {
  const args = ['officer', 'name', '--coop', coop, '--user', 'nobody', '--reason', 'z', '--data', system.folder];
  expect(await saidBy(language, args)).toEqual({ status: 1, output: '', errors });
});

test.each([
  [['prepare'], /DATABASE_URL/],
  [['keys', 'rotate'], /laptop|npm start/],
  [['keys', 'retire'], /laptop|npm start/],
  [['backup', '/nowhere/at/all.backup'], /\/nowhere\/at/],
  [['restore', '/nowhere/at/all.backup'], /\/nowhere\/at\/all\.backup/],
])('%p of what is not so is answered by one sentence', async (args, said) => {
  const { status, output, errors } = await saidBy('es', [...args, '--data', system.folder]);
  expect({ status, output, errors }).toEqual({ status: 1, output: '', errors: expect.stringMatching(said) });
  expect(errors.trim().split('\n')).toHaveLength(1);
});
