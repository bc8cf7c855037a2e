import { inService, plant, run, type Planted } from './planted.js';

const globals = 'no-restricted-globals';
const properties = 'no-restricted-properties';
const syntax = 'no-restricted-syntax';

/** What is refused by what it does, wherever it comes from. */
export const plantedInCode: readonly Planted[] = [
  ...['libs/kernel/src/planted.ts', 'libs/distribution/src/planted.ts', inService('domain')].flatMap((file) => [
    plant(properties)(`the clock is read in ${file}`, file, run('Date.now()')),
    plant(properties)(`the clock is read by another name in ${file}`, file, 'const { now } = Date;\nexport { now };\n'),
    plant(syntax)(`today is made up in ${file}`, file, run('new Date()')),
    plant(syntax)(`today is written out in ${file}`, file, run('Date()')),
    plant(syntax)(`today is formatted in ${file}`, file, run("new Intl.DateTimeFormat('es').format()")),
    plant(properties)(`dice are thrown in ${file}`, file, run('Math.random()')),
    plant(properties)(`a float is rounded in ${file}`, file, run('Math.round(0.5)')),
    plant(syntax)(`something is loaded late in ${file}`, file, run("import('./late.js')")),
    plant(syntax)(`the place of the file is looked up in ${file}`, file, run('import.meta')),
    plant(globals)(`the process is reached from ${file}`, file, run('process.argv')),
    plant(globals)(`the global object is reached from ${file}`, file, run('globalThis')),
    plant(globals)(`a timer is set in ${file}`, file, run('setTimeout(planted, 1)')),
    plant(globals)(`the network is reached from ${file}`, file, run("fetch('http://localhost')")),
    plant(globals)(`a random id is made in ${file}`, file, run('crypto.randomUUID()')),
  ]),
  plant(globals)('the arithmetic knows dates', 'libs/distribution/src/planted.ts', run("new Date('2026-01-01')")),
  plant(globals)('the arithmetic knows languages', 'libs/distribution/src/planted.ts', run('new Intl.NumberFormat()')),
  plant(globals)('publishing sets a timer', inService('publishing'), run('setTimeout(planted, 1)')),
  plant(globals)('publishing reaches the network', inService('publishing'), run("fetch('http://localhost')")),

  plant(properties)('a service reads the environment', inService('http'), run('process.env.AYNI_DATA')),
  plant(properties)('a program reads the environment', 'apps/laptop/src/main.ts', run('process.env.AYNI_DATA')),
  plant(properties)(
    'a library unpacks the environment',
    'libs/postgres-server/src/planted.ts',
    'export const { env } = process;\n',
  ),
  plant(syntax)(
    'a service imports the environment',
    inService('http'),
    "import { env } from 'node:process';\nexport const planted = env;\n",
  ),
  plant(syntax)(
    'what may be left out of a request says nothing of null',
    'services/sales/src/http/planted.request.ts',
    'export class PlantedRequest {\n  @TextField(9, { optional: true }) note?: string;\n}\n',
  ),
  plant(syntax)(
    'an event is numbered by hand',
    inService('persistence'),
    run("tx.publish(planted, 'planted/1', 1, {})"),
  ),
  plant(syntax)('a service reads the global environment', inService('http'), run('globalThis.process.env')),
  plant(globals)(
    'a configuration hides in the domain',
    'services/sales/src/domain/config.ts',
    run('process.env.AYNI_DATA'),
  ),

  ...['mock', 'doMock', 'unstable_mockModule', 'spyOn'].map((name) =>
    plant(properties)(
      `a test calls jest.${name}`,
      'services/sales/src/domain/planted.spec.ts',
      `import { jest } from '@jest/globals';\njest.${name}('./sale.js');\n`,
    ),
  ),
  plant(syntax)(
    'a test is left alone',
    'services/sales/test/planted.spec.ts',
    "import { test } from '@jest/globals';\ntest.only('x', () => {});\n",
  ),

  plant('@typescript-eslint/no-explicit-any')(
    'any',
    inService('http'),
    'export const planted = (x: any): void => void x;\n',
  ),
  plant('@typescript-eslint/no-unused-vars')(
    'something unused',
    inService('http'),
    "import { join } from 'node:path';\n",
  ),
  plant('@typescript-eslint/no-floating-promises')(
    'a promise that nobody awaits',
    'libs/kernel/src/index.ts',
    'export const planted = (): void => {\n  Promise.resolve(1);\n};\n',
  ),
];
