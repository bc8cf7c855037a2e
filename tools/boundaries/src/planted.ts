/** A file that breaks a rule, or keeps all of them. It is linted as if it stood at `file`, where nothing need be. */
export interface Sample {
  readonly says: string;
  readonly file: string;
  readonly code: string;
}

/** A sample that `rule` must refuse, with `because` in its message. */
export interface Planted extends Sample {
  readonly rule: string;
  readonly because: string;
}

const tags = '@nx/enforce-module-boundaries';
const rooms = 'ayni/imports-by-room';
const globals = 'no-restricted-globals';
const properties = 'no-restricted-properties';
const syntax = 'no-restricted-syntax';

const use = (name: string): string => `import * as planted from '${name}';\nexport const used = planted;\n`;
const run = (expression: string): string => `export const planted = (): unknown => ${expression};\n`;
const plant =
  (rule: string) =>
  (says: string, file: string, code: string): Planted => ({
    says,
    file,
    code,
    rule,
    because: '',
  });

const byTags = (says: string, tag: string, file: string, code: string): Planted => ({
  says,
  file,
  code,
  rule: tags,
  because: tag,
});
export const plantedForTags: readonly Planted[] = [
  byTags('a pure library imports a framework', 'type:pure', 'libs/kernel/src/planted.ts', use('@nestjs/common')),
  byTags(
    'a pure library imports a type of TypeORM',
    'type:pure',
    'libs/distribution/src/planted.ts',
    "export type { DataSource } from 'typeorm';\n",
  ),
  byTags(
    'a pure library imports a platform library',
    'type:pure',
    'libs/distribution/src/planted.ts',
    use('@ayni/messaging/inbox/inbox'),
  ),
  byTags(
    'a page imports a framework of services',
    'type:pages',
    'services/web/src/pages/sales/planted.ts',
    use('@nestjs/common'),
  ),
  byTags('contracts import a framework', 'type:contracts', 'libs/contracts/src/planted.ts', use('@nestjs/common')),
  byTags(
    'contracts import a platform library',
    'type:contracts',
    'libs/contracts/src/planted.ts',
    use('@ayni/messaging/inbox/inbox'),
  ),
  byTags(
    'a platform library imports the testing library',
    'type:platform',
    'libs/service-kit/src/planted.ts',
    use('@ayni/testing/until'),
  ),
  byTags(
    'a platform library imports a tool, which has no name to be imported by',
    'unresolvable',
    'libs/postgres-server/src/planted.ts',
    use('@ayni/season'),
  ),
  byTags('a platform library imports a service', 'scope:shared', 'libs/messaging/src/planted.ts', use('@ayni/sales')),
  byTags(
    'the testing library imports a tool, which has no name to be imported by',
    'unresolvable',
    'libs/testing/src/planted.ts',
    use('@ayni/season'),
  ),
  byTags(
    'a service imports another by name',
    'scope:sales',
    'services/sales/src/http/planted.ts',
    use('@ayni/inventory'),
  ),
  byTags(
    'a service imports another in a test',
    'scope:sales',
    'services/sales/test/planted.spec.ts',
    use('@ayni/inventory'),
  ),
  byTags(
    'a service imports an app, which has no name to be imported by',
    'relative or absolute path',
    'services/sales/src/http/planted.ts',
    use('../../../../apps/laptop/src/laptop.js'),
  ),
  byTags(
    'a service imports the testing library',
    'type:service',
    'services/sales/src/http/planted.ts',
    use('@ayni/testing/until'),
  ),
  byTags(
    'a service imports a tool, which has no name to be imported by',
    'unresolvable',
    'services/sales/src/http/planted.ts',
    use('@ayni/season'),
  ),
  byTags('an app imports the testing library', 'type:app', 'apps/laptop/src/planted.ts', use('@ayni/testing/until')),
  byTags(
    'the client of the API imports a platform library',
    'type:client',
    'libs/api-client/src/planted.ts',
    use('@ayni/http/fields'),
  ),
  byTags('a tool imports a service', 'scope:shared', 'tools/bench/src/planted.ts', use('@ayni/sales')),
  byTags('a tool imports the testing library', 'type:tool', 'tools/bench/src/planted.ts', use('@ayni/testing/until')),
  byTags('a journey imports a service', 'scope:shared', 'tests/journeys/test/planted.spec.ts', use('@ayni/sales')),
  byTags(
    'a journey imports an app, which has no name to be imported by',
    'relative or absolute path',
    'tests/journeys/test/planted.spec.ts',
    use('../../../apps/laptop/src/laptop.js'),
  ),
  byTags(
    'a journey imports a platform library',
    'type:e2e',
    'tests/journeys/test/planted.spec.ts',
    use('@ayni/messaging/inbox/inbox'),
  ),
  byTags('a journey imports a framework', 'type:e2e', 'tests/journeys/test/planted.spec.ts', use('@nestjs/common')),
  byTags(
    'a service imports another by path',
    'relative or absolute path',
    'services/sales/src/http/planted.ts',
    use('../../../inventory/src/index.js'),
  ),
  byTags('a package that is not ours to count on', 'Transitive', 'services/sales/src/http/planted.ts', use('qs')),
];

const byRoom = plant(rooms);
const inPages = (room: string): string => `services/web/src/${room}/planted.ts`;
const inService = (room: string): string => `services/sales/src/${room}/planted.ts`;
export const plantedForRooms: readonly Planted[] = [
  byRoom('the arithmetic imports the kernel', 'libs/distribution/src/planted.ts', use('@ayni/kernel')),
  byRoom('rule sets import the kernel', 'libs/rule-sets/src/planted.ts', use('@ayni/kernel')),
  byRoom('the arithmetic imports a package', 'libs/distribution/src/planted.ts', use('typebox')),
  byRoom('the arithmetic imports Node', 'libs/distribution/src/planted.ts', use('node:fs')),
  byRoom('the arithmetic imports Node without its prefix', 'libs/distribution/src/planted.ts', use('crypto')),
  byRoom('the arithmetic imports by import()', 'libs/distribution/src/planted.ts', run("import('node:fs')")),
  byRoom('the kernel imports the arithmetic', 'libs/kernel/src/planted.ts', use('@ayni/distribution')),
  byRoom('the kernel imports Node', 'libs/kernel/src/planted.ts', use('node:crypto')),
  byRoom('contracts import the arithmetic', 'libs/contracts/src/planted.ts', use('@ayni/distribution')),
  byRoom('contracts import a framework', 'libs/contracts/src/planted.ts', use('@nestjs/common')),
  byRoom('a platform library imports a service', 'libs/messaging/src/planted.ts', use('@ayni/sales')),
  byRoom('a platform library imports a tool', 'libs/messaging/src/planted.ts', use('@ayni/season')),
  byRoom(
    'a platform library imports the testing library',
    'libs/service-kit/src/planted.ts',
    use('@ayni/testing/until'),
  ),
  byRoom('the words of pages import React', inPages('words'), use('react')),
  byRoom('what a phone keeps knows a page', inPages('offline'), use('../pages/sales/sell.js')),
  byRoom('whoever asks the system knows React', inPages('api'), use('@tanstack/react-query')),
  byRoom('what pages have in common knows a part of a page', inPages('hooks'), use('../design/form.js')),
  byRoom('a part of a page knows a page', inPages('design'), use('../pages/sales/sell.js')),
  byRoom('a page knows the frame', inPages('pages/sales'), use('../../app/menu.js')),
  byRoom('a page imports another', inPages('pages/sales'), use('../stock/lots.js')),
  byRoom('a page sends past the session', inPages('pages/sales'), use('../../api/send.js')),
  byRoom('a page opens the database of the phone', inPages('pages/sales'), use('idb')),
  byRoom('a page imports a service', inPages('pages/sales'), use('@ayni/sales')),
  byRoom('a service imports another by name', inService('http'), use('@ayni/inventory')),
  byRoom('a service imports another in a test', 'services/sales/test/planted.spec.ts', use('@ayni/inventory')),
  byRoom('a service imports an app', inService('http'), use('@ayni/laptop')),
  byRoom('an app imports another', 'apps/laptop/src/planted.ts', use('@ayni/ops')),
  byRoom('an app imports a tool', 'apps/laptop/src/planted.ts', use('@ayni/season')),
  byRoom('a tool imports an app', 'tools/bench/src/planted.ts', use('@ayni/laptop')),
  byRoom('a tool imports another', 'tools/bench/src/planted.ts', use('@ayni/season')),
  byRoom('a journey imports an app', 'tests/journeys/test/planted.spec.ts', use('@ayni/laptop')),
  byRoom('a journey imports a tool', 'tests/journeys/test/planted.spec.ts', use('@ayni/season')),
  byRoom('a library imports an app', 'libs/season-folder/src/planted.ts', use('@ayni/laptop')),
  ...(
    [
      ['contracts', 'database/transaction'],
      ['database', 'messaging/outbox/outbox'],
      ['database', 'postgres-server/start'],
      ['messaging', 'reference-data/coops/coop.entity'],
      ['messaging', 'facts/reversal.entity'],
      ['messaging', 'http/commands/command.entity'],
      ['messaging', 'service-kit/definition'],
      ['http', 'messaging/inbox/inbox'],
      ['http', 'reference-data/coops/coop-directory'],
      ['http', 'facts/record'],
      ['reference-data', 'http/fields'],
      ['reference-data', 'facts/record'],
      ['facts', 'service-kit/definition'],
      ['facts', 'attachments/media-type'],
      ['attachments', 'facts/record'],
      ['spreadsheets', 'http/fields'],
      ['service-kit', 'postgres-server/start'],
      ['secrets', 'messaging/carrier/carrier'],
      ['processes', 'contracts'],
      ['postgres-server', 'messaging/outbox/outbox'],
      ['kafka-server', 'database/roles'],
      ['api-client', 'http/fields'],
      ['api-client', 'season-folder/folder'],
      ['season-folder', 'database/transaction'],
      ['testing', 'database/transaction'],
      ['testing-systems', 'service-kit/service'],
    ] as const
  ).map(([library, name]) =>
    byRoom(`libs/${library} imports ${name}`, `libs/${library}/src/planted.ts`, use(`@ayni/${name}`)),
  ),
  byRoom('a service imports a tool', inService('http'), use('@ayni/season')),
  byRoom('a service imports the testing library', inService('http'), use('@ayni/testing/until')),
  byRoom('an app imports the testing library', 'apps/laptop/src/planted.ts', use('@ayni/testing/until')),
  byRoom('a tool imports a service', 'tools/bench/src/planted.ts', use('@ayni/sales')),
  byRoom('a journey imports a service', 'tests/journeys/test/planted.spec.ts', use('@ayni/sales')),
  byRoom(
    'a journey imports a platform library',
    'tests/journeys/test/planted.spec.ts',
    use('@ayni/messaging/inbox/inbox'),
  ),
  byRoom('a path climbs into another service', inService('http'), use('../../../inventory/src/index.js')),
  byRoom('a path climbs into a library', inService('domain'), use('../../../../libs/kernel/src/index.js')),
  byRoom('a path climbs to the root', inService('http'), use('../../../../package.json')),
  byRoom('a path climbs out of a test', 'services/sales/test/planted.spec.ts', use('../../inventory/src/index.js')),
  byRoom('an absolute path', inService('http'), use('/tmp/planted.js')),
  byRoom('somebody else speaks to Kafka', 'libs/service-kit/src/planted.ts', use('kafkajs')),
  byRoom('a service speaks to Kafka', inService('persistence'), use('kafkajs')),
  byRoom('a tool speaks to Kafka', 'tools/season/src/planted.ts', use('kafkajs')),

  byRoom('somebody else takes the driver of PostgreSQL', 'libs/messaging/src/planted.ts', use('pg')),
  byRoom('a program takes the driver of PostgreSQL', 'apps/ops/src/planted.ts', use('pg')),

  ...['persistence', 'http', 'consumers', 'use-cases', 'publishing'].map((room) =>
    byRoom(`the domain imports ${room}`, inService('domain'), use(`../${room}/sale.js`)),
  ),
  ...[
    '@nestjs/common',
    'typeorm',
    'pg',
    'class-validator',
    'node:fs',
    '@ayni/contracts',
    '@ayni/service-kit/definition',
  ].map((name) => byRoom(`the domain imports ${name}`, inService('domain'), use(name))),
  byRoom('the domain imports the configuration', inService('domain'), use('../config.js')),
  byRoom(
    'the domain imports outward from a folder of its own',
    inService('domain/sale'),
    use('../../persistence/sale.js'),
  ),
  byRoom('the domain hides an outward import in a detour', inService('domain'), use('./../domain/../http/sale.js')),
  byRoom(
    'the domain imports an outward type',
    inService('domain'),
    "export type { Sale } from '../persistence/sale.js';\n",
  ),
  byRoom('the domain re-exports an outward room', inService('domain'), "export * from '../persistence/sale.js';\n"),
  byRoom(
    'the domain names an outward type in place',
    inService('domain'),
    "export type Planted = import('typeorm').DataSource;\n",
  ),
  ...['persistence', 'http', 'consumers', 'publishing'].map((room) =>
    byRoom(`a use-case imports ${room}`, inService('use-cases/record-sale'), use(`../../${room}/sale.js`)),
  ),
  ...['typeorm', '@nestjs/typeorm', 'pg', 'kafkajs', '@nestjs/common', '@ayni/contracts'].map((name) =>
    byRoom(`a use-case imports ${name}`, inService('use-cases/record-sale'), use(name)),
  ),
  ...['persistence', 'consumers', 'publishing'].map((room) =>
    byRoom(`the HTTP door imports ${room}`, inService('http'), use(`../${room}/sale.js`)),
  ),
  ...['typeorm', '@nestjs/typeorm', 'pg'].map((name) =>
    byRoom(`the HTTP door imports ${name}`, inService('http'), use(name)),
  ),
  ...['persistence', 'http', 'publishing'].map((room) =>
    byRoom(`a consumer imports ${room}`, inService('consumers'), use(`../${room}/sale.js`)),
  ),
  ...['http', 'consumers'].flatMap((door) =>
    ['../domain/sales.port.js', '@ayni/reference-data/coops/coop-directory', '@ayni/database/statement'].map((name) =>
      byRoom(`a door in ${door} goes past the use-cases to ${name}`, inService(door), use(name)),
    ),
  ),
  ...['persistence', 'http', 'consumers', 'use-cases', 'publishing'].map((room) =>
    byRoom(`a fact's declaration imports ${room}`, inService('facts'), use(`../${room}/sale.js`)),
  ),
  ...['@nestjs/common', 'typeorm', '@ayni/database/statement', '@ayni/http/listing'].map((name) =>
    byRoom(`a fact's declaration imports ${name}`, inService('facts'), use(name)),
  ),
  ...['persistence', 'http', 'use-cases'].map((room) =>
    byRoom(`what is registered is declared with ${room}`, inService('registered'), use(`../${room}/sale.js`)),
  ),
  byRoom('the domain imports the declaration of a fact', inService('domain'), use('../facts/sale.js')),
  ...['http', 'consumers', 'use-cases', 'persistence'].map((room) =>
    byRoom(`publishing imports ${room}`, inService('publishing'), use(`../${room}/sale.js`)),
  ),
  ...['node:fs', 'typeorm', '@ayni/messaging'].map((name) =>
    byRoom(`publishing imports ${name}`, inService('publishing'), use(name)),
  ),
  ...['http', 'consumers', 'use-cases'].map((room) =>
    byRoom(`persistence imports ${room}`, inService('persistence'), use(`../${room}/sale.js`)),
  ),
  byRoom(
    'another file than app.module.ts joins ports to adapters',
    'services/sales/src/main.ts',
    use('./persistence/sale.js'),
  ),
  byRoom('a room imports who composes it', inService('http'), use('../app.module.js')),
  byRoom('a computed import() hides what it wants', inService('http'), run('import(String(planted))')),

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
    'services/sales/src/index.ts',
    'export const planted = (): void => {\n  Promise.resolve(1);\n};\n',
  ),
];

const clean = (says: string, file: string, code: string): Sample => ({ says, file, code });
export const accepted: readonly Sample[] = [
  clean(
    'a page',
    inPages('pages/sales'),
    use('../../design/form.js') +
      "export * from '../../api/ask.js';\nexport * from './receipt.js';\nexport * from 'react';\n",
  ),
  clean('the arithmetic', 'libs/distribution/src/planted.ts', use('./split.js') + run('Math.trunc(0.5)')),
  clean(
    'a case of the arithmetic',
    'libs/distribution/src/planted.spec.ts',
    use('node:fs') + use('fast-check').replaceAll('planted', 'arbitrary').replace('used', 'also'),
  ),
  clean(
    'the kernel',
    'libs/kernel/src/planted.ts',
    run("new Intl.DateTimeFormat('es').format(new Date('2026-01-01'))"),
  ),
  clean(
    'contracts',
    'libs/contracts/src/sales/planted.ts',
    use('typebox') + "export type { Refusal } from '@ayni/kernel';\n",
  ),
  clean('the database library', 'libs/database/src/planted.ts', use('typeorm') + "export * from '@ayni/kernel';\n"),
  clean(
    'facts',
    'libs/facts/src/planted.ts',
    use('@ayni/http/fields') + "export * from '@ayni/reference-data/coops/coop-directory';\n",
  ),
  clean(
    'messaging',
    'libs/messaging/src/planted.ts',
    use('@ayni/database/driver') + "export * from '@ayni/contracts';\n",
  ),
  clean('the broker library', 'libs/kafka-server/src/planted.ts', use('kafkajs')),
  clean('a journey that reads topics', 'tests/journeys/test/planted.spec.ts', use('kafkajs')),
  clean(
    'the service kit',
    'libs/service-kit/src/planted.ts',
    use('@nestjs/common') + "export * from '@ayni/kernel';\n",
  ),
  clean('a configuration', 'libs/service-kit/src/config.ts', run('process.env.AYNI_DATA')),
  clean(
    'the library of systems for tests',
    'libs/testing-systems/src/planted.ts',
    use('@ayni/postgres-server/start') + "export * from '@jest/globals';\n",
  ),
  clean(
    'a domain',
    inService('domain'),
    use('@ayni/kernel') + "export * from './sale.js';\nexport * from '@ayni/distribution';\n",
  ),
  clean('a domain with folders', inService('domain/sale'), use('../market.js') + run("new Date('2026-01-01')")),
  clean(
    'a use-case',
    inService('use-cases/record-sale'),
    use('../../domain/sale.js') + "export * from '@ayni/kernel';\n",
  ),
  clean(
    'an HTTP door',
    inService('http'),
    use('../use-cases/record-sale/record-sale.use-case.js') + "export * from '@nestjs/common';\n",
  ),
  clean(
    'a consumer',
    inService('consumers'),
    use('../use-cases/record-sale/record-sale.use-case.js') +
      "export * from '@ayni/contracts';\nexport * from '@ayni/messaging/inbox/handler-context';\n",
  ),
  clean('publishing', inService('publishing'), use('../domain/sale.js') + "export * from '@ayni/contracts';\n"),
  clean(
    'persistence',
    inService('persistence'),
    use('../domain/sale.js') + "export * from '../publishing/public-events.js';\nexport * from 'typeorm';\n",
  ),
  clean(
    'a composition root',
    'services/sales/src/app.module.ts',
    use('./persistence/sale.js') + "export * from './http/sale.js';\n",
  ),
  clean(
    'an app',
    'apps/laptop/src/planted.ts',
    use('@ayni/sales') + "export * from '@ayni/season-folder/folder';\nexport * from '@ayni/postgres-server/start';\n",
  ),
  clean(
    'a test of a service',
    'services/sales/test/planted.spec.ts',
    use('@ayni/testing/until') + run('process.env.TEST_DATABASE_URL'),
  ),
  clean(
    'a test that uses its own library by name',
    'libs/messaging/test/planted.spec.ts',
    use('@ayni/messaging/inbox/inbox'),
  ),
  clean(
    'a configuration of Jest',
    'services/sales/jest.config.mjs',
    "import preset from '../../jest.preset.mjs';\nexport default preset;\n",
  ),
  clean(
    'a tool',
    'tools/bench/src/planted.ts',
    use('@ayni/distribution') + "export * from '@ayni/postgres-server/start';\n",
  ),
  clean(
    'a journey',
    'tests/journeys/test/planted.spec.ts',
    use('@ayni/testing/until') + "export * from '@ayni/api-client/client';\nexport * from 'pg';\n",
  ),
];
