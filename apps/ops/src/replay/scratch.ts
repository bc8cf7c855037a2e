import type { ServiceName } from '@ayni/contracts';
import { prepareDatabase } from '@ayni/database/prepare-database';
import { databaseOf, eachRole } from '@ayni/database/roles';
import type { DatabaseUrls } from '@ayni/service-kit/platform';
import { Complaint } from '../complaint.js';
import { connected } from '../connect.js';
import { addressOf, type System } from '../open-system.js';

/** `ayni` in ASCII, and a number that no other lock of Ayni has. */
const SCRATCH_LOCK = [0x61_79_6e_69, 10];

/**
 * Does work on an empty database beside the service's own, with the same roles, which goes with the work; one that a
 * killed program left goes before it.
 * @throws Complaint where another rebuild is at work on this server
 */
export function withScratch<Result>(
  system: System,
  service: ServiceName,
  work: (urls: DatabaseUrls) => Promise<Result>,
): Promise<Result> {
  const scratch = `${databaseOf(service)}_rebuild`;
  const drop = `DROP DATABASE IF EXISTS ${scratch} WITH (FORCE)`;
  return connected(system.admin, async (admin) => {
    const { rows } = await admin.query<{ locked: boolean }>(
      'SELECT pg_try_advisory_lock($1, $2) AS locked',
      SCRATCH_LOCK,
    );
    if (rows[0]?.locked !== true) throw new Complaint('rebuilding');
    await admin.query(drop);
    try {
      const passwords = eachRole((role) => decodeURIComponent(new URL(system.url(service, role)).password));
      await prepareDatabase(system.admin, service, passwords, scratch);
      return await work(eachRole((role) => addressOf(system.url(service, role), scratch)));
    } finally {
      await admin.query(drop);
    }
  });
}
