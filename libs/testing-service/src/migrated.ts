import { migrate } from '@ayni/service-kit/service';
import type { ServiceDefinition } from '@ayni/service-kit/definition';
import type { Contents } from '@ayni/testing-systems/test-database';

/** The tables of a service as its migrations make them. */
export const migrated = ({ name, migrations }: Pick<ServiceDefinition, 'name' | 'migrations'>): Contents => ({
  key: JSON.stringify([name, migrations.map((migration) => [migration.name, String(migration)])]),
  fill: (database) => migrate({ name, migrations }, { database: { migrator: database.url('migrator') } }),
});
