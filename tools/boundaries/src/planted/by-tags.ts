import { use, type Planted } from './planted.js';

const byTags = (says: string, tag: string, file: string, code: string): Planted => ({
  says,
  file,
  code,
  rule: '@nx/enforce-module-boundaries',
  because: tag,
});
/** What the tags of the projects refuse, known from their graph. */
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
