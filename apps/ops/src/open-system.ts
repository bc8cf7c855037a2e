import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { SERVICES, type ServiceName } from '@ayni/contracts';
import { databaseOf, rolesOf, type Role, type ServicePasswords } from '@ayni/database/roles';
import { findAddresses } from '@ayni/postgres-server/addresses';
import { startPostgres } from '@ayni/postgres-server/start';
import { errorCode } from '@ayni/processes/error-code';
import { Secrets } from '@ayni/secrets/secrets';
import pg from '@ayni/database/driver';
import { dataFolder } from './config.js';
import { Complaint } from './complaint.js';
import type { OpsContext } from './ops-context.js';

/** A system as an operator's command finds it, running or not. */
export type System = {
  readonly folder: string;
  /** One process on a laptop, or five with Kafka between them. */
  readonly form: Form;
  /** The address of the server's database `postgres` for its superuser. */
  readonly admin: string;
  /** The address of a service's database for one of its roles, or for the superuser. */
  url(service: ServiceName, role: Role | 'superuser'): string;
  /** Ends what was started for the time of the command. */
  close(): Promise<void>;
};

export type Form = 'laptop' | 'cluster';

/**
 * Finds the databases of the system of a folder. A folder with a PostgreSQL of its own tells where that is; it runs
 * with the system, and where the system is stopped it is started for the time of the command. It holds the folder's
 * lock meanwhile, so that a system that starts just then is refused rather than disturbed. Without one the databases
 * are on the server of DATABASE_URL, and the passwords of the roles in the folder's secrets.
 * @throws Complaint where there are no books, Error where they cannot be reached
 */
export async function openSystem(
  { data }: { readonly data?: string | undefined },
  { databaseUrl }: Pick<OpsContext, 'databaseUrl'>,
): Promise<System> {
  const folder = dataFolder(data, 'books');
  const isOwn = await exists(join(folder, 'postgres.json'));
  if (isOwn) return reachOwn(folder);
  if (databaseUrl === undefined) throw new Complaint('noBooks', { place: folder });
  return reachServer(folder, databaseUrl);
}

/** {@link openSystem} for the time of `work`. */
export async function withSystem<Result>(
  options: { readonly data?: string | undefined },
  context: Pick<OpsContext, 'databaseUrl'>,
  work: (system: System) => Promise<Result>,
): Promise<Result> {
  const system = await openSystem(options, context);
  try {
    return await work(system);
  } finally {
    await system.close();
  }
}

/** Whether there is something at `path`; what may not be looked at is there. */
export const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    (error: unknown) => !['ENOENT', 'ENOTDIR'].includes(errorCode(error)),
  );

/** The address of another database of the same server, as the same user or another. */
export function addressOf(server: string, database: string, user?: { name: string; password: string }): string {
  const address = new URL(server);
  address.pathname = `/${encodeURIComponent(database)}`;
  if (user) [address.username, address.password] = [encodeURIComponent(user.name), encodeURIComponent(user.password)];
  return address.href;
}

async function reachOwn(folder: string): Promise<System> {
  const found = await findAddresses(folder);
  const close = await ensureRuns(folder, found.url('postgres', 'postgres'));
  // a start may have moved the server to another port
  const addresses = await findAddresses(folder);
  const secrets = Secrets.of(folder);
  const isCluster = await exists(secrets.folder);
  const passwords = await findPasswords(secrets);
  return {
    folder,
    form: isCluster ? 'cluster' : 'laptop',
    admin: addresses.url('postgres', 'postgres'),
    url(service, role) {
      const database = databaseOf(service);
      if (role === 'superuser') return addresses.url(database, 'postgres');
      return addresses.url(database, rolesOf(service)[role], passwords.get(service)?.[role]);
    },
    close,
  };
}

/** Starts the folder's server where it does not run. @returns what ends it again */
async function ensureRuns(folder: string, admin: string): Promise<() => Promise<void>> {
  const goesOn = (): Promise<void> => Promise.resolve();
  if (await answers(admin)) return goesOn;
  // without this look, a folder whose database was lost would be given an empty one
  if (!(await exists(join(folder, 'postgres')))) throw new Complaint('noBooks', { place: folder });
  try {
    const server = await startPostgres({ folder, durable: true, onNotice: () => undefined });
    return () => server.stop();
  } catch (error) {
    // a system that was just starting has it now
    const { url } = await findAddresses(folder);
    if (await answers(url('postgres', 'postgres'))) return goesOn;
    throw error;
  }
}

/** Whether the folder's own server is there; on its port another program may listen by now. */
async function answers(admin: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: admin, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function reachServer(folder: string, server: string): Promise<System> {
  const secrets = Secrets.of(folder);
  const passwords = await findPasswords(secrets);
  return {
    folder,
    form: 'cluster',
    admin: addressOf(server, 'postgres'),
    url(service, role) {
      const database = databaseOf(service);
      if (role === 'superuser') return addressOf(server, database);
      const password = passwords.get(service)?.[role];
      if (password === undefined) throw new Complaint('notFound', { path: secrets.passwordsFile(service) });
      return addressOf(server, database, { name: rolesOf(service)[role], password });
    },
    close: () => Promise.resolve(),
  };
}

/** The passwords among the secrets, of those services that have a file there. */
async function findPasswords(secrets: Secrets): Promise<ReadonlyMap<ServiceName, ServicePasswords>> {
  const all = new Map<ServiceName, ServicePasswords>();
  for (const service of SERVICES) {
    const passwords = await secrets.findPasswords(service);
    if (passwords) all.set(service, passwords);
  }
  return all;
}
