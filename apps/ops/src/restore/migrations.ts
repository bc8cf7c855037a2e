import type { ServiceName } from '@ayni/contracts';
import type { ServiceDefinition } from '@ayni/service-kit/definition';
import { type Manifest, productVersion } from '../archive/manifest.js';
import { Complaint } from '../complaint.js';
import { definitionsAlone } from '../definitions-alone.js';

type Migration = ServiceDefinition['migrations'][number];

/** For each service exactly the migrations that its database had seen when it was backed up. */
export type Migrations = ReadonlyMap<ServiceName, readonly Migration[]>;

/**
 * Finds the migrations that a backup names; those that came later are run by the first start.
 * @throws Complaint where one is not known here: a newer version made the backup
 */
export async function migrationsIn({ services, version }: Manifest, file: string): Promise<Migrations> {
  const known = new Map((await definitionsAlone()).map(({ name, migrations }) => [name, migrations]));
  const named = new Map<ServiceName, readonly Migration[]>();
  for (const service of services) {
    const migrations = (known.get(service.name) ?? []).filter(({ name }) => service.migrations.includes(name));
    if (migrations.length < service.migrations.length)
      throw new Complaint('newer', { file, theirs: version, ours: await productVersion() });
    named.set(service.name, migrations);
  }
  return named;
}
