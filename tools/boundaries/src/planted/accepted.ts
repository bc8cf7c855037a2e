import { inPages, inService, run, use, type Sample } from './planted.js';

const clean = (says: string, file: string, code: string): Sample => ({ says, file, code });

/** What keeps all rules. */
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
