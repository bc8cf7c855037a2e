import { Explained, type Translated } from '@ayni/kernel';
import { setTimeout as pause } from 'node:timers/promises';
import { FolderInUse } from '@ayni/processes/claim';
import { BARE_ENVIRONMENT } from '@ayni/processes/config';
import { errorCode } from '@ayni/processes/error-code';
import { launch, type Launched } from '@ayni/processes/launch';
import { becomesFree, freePort } from '@ayni/processes/port';
import { isAlive, signal } from '@ayni/processes/process';
import { execute, type ExecuteOptions } from '@ayni/processes/execute';
import { becomesTrue } from '@ayni/processes/becomes-true';
import pg from '@ayni/database/driver';

import { configure, type Cluster } from './cluster.js';
import { readCredentials, storePort, type Credentials } from './credentials.js';
import { LOCK_SPACE } from '@ayni/database/locks';
import { isTransient } from '@ayni/database/transient';
import { INSTANCE_LOCK } from './instance-lock.js';
import { findPostmaster, type Postmaster } from './postmaster.js';

/** A running server with the connection whose advisory lock keeps other instances off. */
export type LockedServer = {
  readonly client: pg.Client;
  readonly credentials: Credentials;
  readonly adopted: boolean;
};

export type Wishes = {
  /** The port to listen on, if the server is not running; without it, the last one or a free one. */
  readonly port?: number;
  readonly onNotice: (notice: Translated) => void;
  readonly signal: AbortSignal;
};

const POLL_MS = 10;
/** After a crash the server replays its log before it answers; 512 MB of it at most. */
const RECOVERY_MS = 300_000;
/** A server that is ready and yet gives no answer for so long is hung; on a slow disk an answer may take long. */
const SILENCE_MS = 10_000;
const ANSWER_MS = 8_000;
/** Ending takes a checkpoint, and that a slow disk. */
export const STOP_SECONDS = 30;
/** A server takes a moment to notice that the holder of the lock was killed. */
const LOCK_LOOKS = 100;

/**
 * Brings the cluster's server to the state "running, answering, locked by us", from whatever state it is in: absent,
 * starting, stopping, left behind by a killed process, or hung.
 * @throws FolderInUse
 * @throws Error where it cannot be started
 */
export async function bringUp(cluster: Cluster, wishes: Wishes): Promise<LockedServer> {
  const deadline = Date.now() + RECOVERY_MS;
  let launched: Launched | undefined;
  let answeredAt = Date.now();
  for (; ; await pause(POLL_MS)) {
    if (wishes.signal.aborted) {
      if (launched && !launched.ended()) await stopServer(cluster, 'fast', STOP_SECONDS);
      throw new Explained({
        es: 'La base de datos se detuvo mientras se iniciaba.',
        en: 'The database was stopped while it started.',
      });
    }
    if (Date.now() > deadline)
      throw new Explained({
        es: `PostgreSQL no llega a funcionar; vea ${cluster.log}.`,
        en: `PostgreSQL does not come up; see ${cluster.log}.`,
      });

    const running = await findPostmaster(cluster.data);
    if (!running) {
      answeredAt = Date.now();
      if (launched && !launched.ended()) continue;
      if (launched) await judge(launched);
      launched = (await launchServer(cluster, wishes)) ?? launched;
      continue;
    }
    if (!running.ready) {
      answeredAt = Date.now();
      continue;
    }
    const credentials = await credentialsOf(cluster);
    const client = await connect(credentials.password, running);
    if (client === 'silent') {
      if (Date.now() - answeredAt > SILENCE_MS) await putDown(cluster, running, wishes);
      continue;
    }
    answeredAt = Date.now();
    if (client === 'busy') continue;

    const locked = await lock(client);
    if (locked) {
      const ours = launched?.pid === running.pid;
      return { client, credentials: { ...credentials, port: running.port }, adopted: !ours };
    }
    await client.end().catch(() => undefined);
    if (locked === false) throw new FolderInUse(cluster.folder);
  }
}

/** Stops the server of `cluster`, whoever started it; fast: open transactions are rolled back. */
export async function stopServer(cluster: Cluster, mode: 'fast' | 'immediate', seconds: number): Promise<void> {
  try {
    await execute(
      cluster.binaries.pgCtl,
      ['stop', '-D', cluster.data, '-m', mode, '-w', '-t', String(seconds), '-s'],
      whereOf(cluster),
    );
  } catch (error) {
    if (await findPostmaster(cluster.data)) throw error;
  }
}

/** How PostgreSQL's programs are run: with no PGDATA or PGPORT of another server, and no locale of the shell. */
const whereOf = ({ user, folder }: Cluster): ExecuteOptions => ({ ...user, cwd: folder, env: BARE_ENVIRONMENT });

/** Starts a server that goes on when we end; undefined where another start was quicker. */
async function launchServer(cluster: Cluster, wishes: Wishes): Promise<Launched | undefined> {
  const credentials = await credentialsOf(cluster);
  const wanted = wishes.port ?? credentials.port;
  const port = (await becomesFree(wanted)) ? wanted : await freePort();
  if (port !== wanted) {
    // what listens there may be the folder's own server by now, whose port must not be written down anew
    if (await findPostmaster(cluster.data)) return undefined;
    if (wishes.port !== undefined)
      throw new Explained({
        es: `El puerto ${wishes.port} de 127.0.0.1 está ocupado.`,
        en: `Port ${wishes.port} of 127.0.0.1 is taken.`,
      });
    wishes.onNotice({
      es: `El puerto ${wanted} está ocupado; la base de datos escucha ahora en el ${port}.`,
      en: `Port ${wanted} is taken; the database listens on ${port} now.`,
    });
  }
  if (port !== credentials.port) await storePort(cluster.credentials, credentials, port);
  await configure(cluster, port);
  return launch(cluster.binaries.postgres, ['-D', cluster.data], cluster.log, whereOf(cluster));
}

/** Why a server ended that we had started. @throws Error where another try would end the same way */
async function judge(launched: Launched): Promise<void> {
  const said = await launched.said();
  const portWasTaken = said.includes('Address already in use'); // if it still is, the next try says so
  const otherStartWasQuicker = said.includes('lock file "postmaster.pid" already exists');
  const childrenOfTheDeadLinger = said.includes('pre-existing shared memory block');
  const wasUpMeanwhile = said.includes('ready to accept connections');
  if (!(portWasTaken || otherStartWasQuicker || childrenOfTheDeadLinger || wasUpMeanwhile)) {
    const words = said.slice(-2_000);
    throw new Explained({ es: `PostgreSQL no se inició: ${words}`, en: `PostgreSQL did not start: ${words}` });
  }
  if (childrenOfTheDeadLinger) await pause(200);
}

async function credentialsOf(cluster: Cluster): Promise<Credentials> {
  const credentials = await readCredentials(cluster.credentials);
  if (credentials) return credentials;
  throw new Explained({
    es: `Falta ${cluster.credentials}, y con él la contraseña de la base de datos de ${cluster.data}.`,
    en: `${cluster.credentials} is missing, and with it the password of the database in ${cluster.data}.`,
  });
}

async function connect(password: string, server: Postmaster): Promise<pg.Client | 'busy' | 'silent'> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port: server.port,
    user: 'postgres',
    password,
    database: 'postgres',
    application_name: 'ayni instance',
    connectionTimeoutMillis: ANSWER_MS,
  });
  client.on('error', () => undefined); // the end of the connection tells the same
  try {
    await client.connect();
    return client;
  } catch (error) {
    client.end().catch(() => undefined);
    if (errorCode(error) === '28P01')
      throw new Explained(
        {
          es: 'La contraseña de postgres.json no es la de la base de datos que está a su lado.',
          en: 'The password in postgres.json is not that of the database beside it.',
        },
        { cause: error },
      );
    if (isSilence(error)) return 'silent';
    // starting, shutting down, out of connections or of memory: it answers, and that it will do better is worth a wait
    if (isTransient(error) && /^[0-9A-Z]{5}$/.test(errorCode(error))) return 'busy';
    throw new Explained(
      {
        es: `La base de datos funciona y no contesta lo que se le pregunta: ${String(error)}`,
        en: `The database runs and cannot be asked: ${String(error)}`,
      },
      { cause: error },
    );
  }
}

/** Whether nobody spoke on the other side; whatever a server says, and whatever we lack ourselves, is no silence. */
const isSilence = (error: unknown): boolean =>
  ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(errorCode(error)) ||
  (errorCode(error) === '' && /timeout|terminated/i.test(String(error)));

/** Takes the instance's lock; undefined where the server went away meanwhile. */
async function lock(client: pg.Client): Promise<boolean | undefined> {
  try {
    return await becomesTrue(LOCK_LOOKS, async () => {
      const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS locked', [
        LOCK_SPACE,
        INSTANCE_LOCK,
      ]);
      return rows[0]?.locked === true;
    });
  } catch {
    return undefined;
  }
}

/** Ends a server that does not answer, by ever harder means. */
async function putDown(cluster: Cluster, server: Postmaster, wishes: Wishes): Promise<void> {
  wishes.onNotice({
    es: 'La base de datos que quedó abierta no contesta; se la detiene y se la inicia otra vez.',
    en: 'The database that an earlier run left behind does not answer; it is stopped and started again.',
  });
  for (const mode of ['fast', 'immediate'] as const) {
    try {
      return await stopServer(cluster, mode, 1);
    } catch {
      continue;
    }
  }
  signal(server.pid, 'SIGKILL');
  while (isAlive(server.pid) && (await findPostmaster(cluster.data))) await pause(POLL_MS);
}
