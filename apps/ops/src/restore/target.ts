import { SERVICES, type ServiceName } from '@ayni/contracts';
import { prepareDatabase } from '@ayni/database/prepare-database';
import { databaseOf, rolesOf, type ServicePasswords } from '@ayni/database/roles';
import { startPostgres } from '@ayni/postgres-server/start';
import { newPasswords } from '@ayni/secrets/passwords';
import pg from '@ayni/database/driver';
import { Complaint } from '../complaint.js';
import { addressOf } from '../open-system.js';

/**
 * A server that takes restored databases. They stand under temporary names until all are whole and then get their own in
 * one transaction, so that a system is there entirely or not at all, whenever the restore is killed.
 */
export type Target = {
  /** The passwords of a service's roles on this server. */
  passwords(service: ServiceName): ServicePasswords;
  /** Makes the temporary database of a service with its roles. @returns its addresses */
  make(service: ServiceName): Promise<{ readonly migrator: string; readonly superuser: string }>;
  /** Gives the databases their names; nobody may be connected to them. */
  name(): Promise<void>;
  /** Ends what was begun; those that have not got their names go. */
  close(): Promise<void>;
};

/** A PostgreSQL of our own in `folder`. */
export async function ownTarget(folder: string): Promise<Target> {
  const server = await startPostgres({ folder, durable: true, onNotice: () => undefined });
  try {
    const target = await openTarget(server.url('postgres', 'postgres'), (service) => server.passwords(service));
    return {
      ...target,
      async close() {
        await target.close().catch(() => undefined); // its folder goes anyway
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Somebody's server, by a superuser's address of it; the roles get passwords that are made here. */
export function serverTarget(databaseUrl: string): Promise<Target> {
  const made = new Map(SERVICES.map((service) => [service, newPasswords()]));
  return openTarget(addressOf(databaseUrl, 'postgres'), (service) => {
    const passwords = made.get(service);
    if (!passwords) throw new Error(`${service} has no passwords`);
    return passwords;
  });
}

async function openTarget(admin: string, passwords: Target['passwords']): Promise<Target> {
  const client = new pg.Client({ connectionString: admin, application_name: 'ayni restore' });
  client.on('error', () => undefined); // the statement under way tells
  await client.connect();
  let before: readonly string[];
  try {
    await expectFree(client);
    await dropDrafts(client); // of a restore that was killed
    before = await rolesOn(client);
  } catch (error) {
    await client.end();
    throw error;
  }
  let isNamed = false;
  return {
    passwords,
    async make(service) {
      const { migrator: password } = passwords(service);
      await prepareDatabase(admin, service, passwords(service), temporaryName(service));
      return {
        migrator: addressOf(admin, temporaryName(service), { name: rolesOf(service).migrator, password }),
        superuser: addressOf(admin, temporaryName(service)),
      };
    },
    async name() {
      const renames = SERVICES.map(
        (service) => `ALTER DATABASE ${temporaryName(service)} RENAME TO ${databaseOf(service)}`,
      );
      await client.query(`BEGIN; ${renames.join('; ')}; COMMIT`);
      isNamed = true;
    },
    async close() {
      try {
        if (isNamed) return;
        await dropDrafts(client);
        const made = (await rolesOn(client)).filter((role) => !before.includes(role));
        if (made.length > 0) await client.query(`DROP ROLE ${made.join(', ')}`);
      } finally {
        await client.end();
      }
    },
  };
}

/** As {@link databaseOf}, while it is being restored. Neither needs to be quoted. */
const temporaryName = (service: ServiceName): string => `${databaseOf(service)}_restoring`;

/** `ayni` in ASCII, and a number that no other lock of Ayni has. */
const RESTORE_LOCK = [0x61_79_6e_69, 9];

/** @throws Complaint where the server has a system, or is getting one */
async function expectFree(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ locked: boolean; taken: string[] }>(
    `SELECT pg_try_advisory_lock($1, $2) AS locked,
       ARRAY(SELECT datname::text FROM pg_database WHERE datname = ANY ($3) ORDER BY 1) AS taken`,
    [...RESTORE_LOCK, SERVICES.map((service) => databaseOf(service))],
  );
  const [state] = rows;
  if (!state?.locked) throw new Complaint('restoring');
  if (state.taken.length > 0) throw new Complaint('databasesTaken', { databases: state.taken.join(', ') });
}

async function dropDrafts(client: pg.Client): Promise<void> {
  for (const service of SERVICES) await client.query(`DROP DATABASE IF EXISTS ${temporaryName(service)} WITH (FORCE)`);
}

async function rolesOn(client: pg.Client): Promise<string[]> {
  const ours = SERVICES.flatMap((service) => Object.values(rolesOf(service)));
  const { rows } = await client.query<{ name: string }>(
    'SELECT rolname::text AS name FROM pg_roles WHERE rolname = ANY ($1)',
    [ours],
  );
  return rows.map(({ name }) => name);
}
