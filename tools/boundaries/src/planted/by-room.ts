import { inPages, inService, plant, run, use, type Planted } from './planted.js';

const byRoom = plant('ayni/imports-by-room');

/** What rooms refuse to import, known from the paths alone. */
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
];
