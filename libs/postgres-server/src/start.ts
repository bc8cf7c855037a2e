import { sentenceOf, type Translated } from '@ayni/kernel';
import { realpath } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { freePort } from '@ayni/processes/port';

import { findBinaries } from './binaries.js';
import { clusterExists, makeCluster, type Cluster } from './cluster.js';
import { addressesOf, type Addresses } from './addresses.js';
import { makeCredentials, readCredentials } from './credentials.js';
import { bringUp, STOP_SECONDS, stopServer, type LockedServer, type Wishes } from './bring-up.js';
import { assertReachable, makeFolder, nearestFolder, serverUser, type SystemUser } from './system-user.js';

export type PostgresOptions = {
  /** Where the server keeps all it has: `postgres/`, `postgres.log` and `postgres.json`, the secret of its superuser. */
  readonly folder: string;
  /** The port of 127.0.0.1 for a server that is not running yet; without it, the last one, or a free one. */
  readonly port?: number;
  /** Whether what is committed must survive a power cut; false for tests only. */
  readonly durable: boolean;
  /** Told in a sentence what an operator may want to know. */
  readonly onNotice: (notice: Translated) => void;
};

/** A PostgreSQL of our own that runs until it is stopped. */
export type PostgresServer = Addresses & {
  readonly port: number;
  /** Whether an earlier run left it behind running. */
  readonly adopted: boolean;
  /** Rolls back what is open and ends the server. */
  stop(): Promise<void>;
};

/**
 * Starts the PostgreSQL of `folder`, made on the first start; adopts one that a killed process left behind. Started
 * again should it ever end by itself.
 * @throws FolderInUse
 * @throws Error where the system user of the database cannot reach it
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const cluster = await openCluster(options);
  const stopping = new AbortController();
  const wishes: Wishes = {
    ...(options.port !== undefined && { port: options.port }),
    onNotice: options.onNotice,
    signal: stopping.signal,
  };
  const first = await bringUp(cluster, wishes);
  const { credentials, adopted } = first;
  if (adopted)
    options.onNotice({
      es: 'Se retomó la base de datos que quedó abierta.',
      en: 'Took over the database that an earlier run left running.',
    });

  let server: LockedServer | undefined = first;
  let recovery = Promise.resolve();
  const watch = ({ client }: LockedServer): void => {
    client.once('end', () => {
      if (stopping.signal.aborted) return;
      server = undefined;
      options.onNotice({
        es: 'Se perdió la conexión con la base de datos; se hace otra vez.',
        en: 'The connection to the database was lost; it is made again.',
      });
      recovery = bringUpAgain(cluster, { ...wishes, port: credentials.port }).then((again) => {
        server = again;
        if (again) watch(again);
      });
    });
  };
  watch(first);

  return {
    port: credentials.port,
    adopted,
    ...addressesOf(credentials),
    async stop() {
      stopping.abort();
      await recovery;
      // without the lock the server may be another's by now; that it was lost may not have been noticed yet
      if (!server || !(await stillLocked(server))) return;
      // the lock is held until the server is gone, or a start just now would adopt what is about to end
      await stopServer(cluster, 'fast', STOP_SECONDS);
      await server.client.end().catch(() => undefined);
      server = undefined;
    },
  };
}

/**
 * Makes the folder of a server with those above it, or nothing where the server could not reach it.
 * @returns the user that the server runs as, where it is not ourselves
 * @throws Explained
 */
export async function makeHome(
  folder: string,
  onNotice: (notice: Translated) => void,
): Promise<SystemUser | undefined> {
  const user = await serverUser(join(resolve(folder), 'postgres'), onNotice);
  if (user) await assertReachable(user, await realpath(await nearestFolder(resolve(folder))), ANOTHER_FOLDER);
  await makeFolder(resolve(folder));
  return user;
}

async function openCluster({ folder, durable, port, onNotice }: PostgresOptions): Promise<Cluster> {
  const binaries = await findBinaries();
  const user = await makeHome(folder, onNotice);
  if (user) await assertReachable(user, await realpath(dirname(binaries.postgres)), ANOTHER_PLACE);
  const home = await realpath(folder);
  const data = join(home, 'postgres');
  const credentials = join(home, 'postgres.json');
  const cluster: Cluster = {
    folder: home,
    data,
    credentials,
    log: join(home, 'postgres.log'),
    durable,
    binaries,
    user,
  };
  const known = await readCredentials(credentials); // first, since it tells best that the folder is another user's
  if (!(await clusterExists(data))) {
    onNotice({ es: `Haciendo la base de datos en ${data}.`, en: `Making the database in ${data}.` });
    const { password } = known ?? (await makeCredentials(credentials, port ?? (await freePort())));
    await makeCluster(cluster, password);
  }
  return cluster;
}

const ANOTHER_FOLDER: Translated = {
  es: 'elija otra carpeta para los datos (--data)',
  en: 'choose another folder for the data (--data)',
};
const ANOTHER_PLACE: Translated = { es: 'instale Ayni en otra carpeta', en: 'install Ayni in another folder' };
const ASK_MS = 2_000;

/** Whether the connection that holds the lock still answers; a server that hangs has not let go of it. */
async function stillLocked({ client }: LockedServer): Promise<boolean> {
  const answered = client.query('SELECT 1').then(
    () => true,
    () => false,
  );
  return Promise.race([answered, pause(ASK_MS, true, { ref: false })]);
}

/** Brings the server up again after it was lost, however long that takes; undefined once we stop. */
async function bringUpAgain(cluster: Cluster, wishes: Wishes): Promise<LockedServer | undefined> {
  while (!wishes.signal.aborted) {
    try {
      return await bringUp(cluster, wishes);
    } catch (error) {
      if (wishes.signal.aborted) return undefined;
      wishes.onNotice({
        es: `No se llega a la base de datos: ${sentenceOf(error, 'es')}`,
        en: `The database cannot be reached: ${sentenceOf(error, 'en')}`,
      });
      await pause(1_000, undefined, { signal: wishes.signal }).catch(() => undefined);
    }
  }
  return undefined;
}
