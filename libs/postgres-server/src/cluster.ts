import { Explained } from '@ayni/kernel';
import { chown, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { BARE_ENVIRONMENT } from '@ayni/processes/config';
import { abandonedPaths, temporaryPath } from '@ayni/processes/temporary-path';
import { errorCode } from '@ayni/processes/error-code';
import { execute } from '@ayni/processes/execute';

import type { Binaries } from './binaries.js';
import { ACCESS, settings } from './settings.js';
import type { SystemUser } from './system-user.js';

/** The files of one server: `<folder>/postgres`, `<folder>/postgres.json`, `<folder>/postgres.log`. */
export type Cluster = {
  readonly folder: string;
  readonly data: string;
  readonly credentials: string;
  readonly log: string;
  readonly durable: boolean;
  readonly binaries: Binaries;
  readonly user: SystemUser | undefined;
};

/** The major version of the programs, which alone reads what it wrote. */
const MAJOR = '18';

/**
 * Whether the cluster was made, wholly.
 * @throws Explained where something else is in its place
 */
export async function clusterExists(data: string): Promise<boolean> {
  const version = await readFile(join(data, 'PG_VERSION'), 'utf8').catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return undefined;
    throw error;
  });
  if (version === undefined) {
    const held = await readdir(data).catch((error: unknown) => (errorCode(error) === 'ENOENT' ? [] : [data]));
    if (held.length > 0)
      throw new Explained({
        es: `${data} no es una base de datos que hizo Ayni: elija otra carpeta para los datos (--data).`,
        en: `${data} is no database that Ayni made: choose another folder for the data (--data).`,
      });
    return false;
  }
  if (version.trim() !== MAJOR)
    throw new Explained({
      es:
        `${data} es una base de datos de PostgreSQL ${version.trim()}, y este Ayni viene con ${MAJOR}: ` +
        'restaure una copia de ella en una carpeta nueva (--data).',
      en:
        `${data} is a database of PostgreSQL ${version.trim()}, and this Ayni comes with ${MAJOR}: ` +
        'restore a backup of it into a new folder (--data).',
    });
  return true;
}

/**
 * Makes the cluster beside its place and moves it there when it is whole, so that a start that is cut short leaves
 * nothing half made. Text is UTF-8 and sorts by code point on every machine.
 */
export async function makeCluster(cluster: Cluster, password: string): Promise<void> {
  const { folder, data, durable, user } = cluster;
  const prefix = join(folder, 'postgres.new-');
  await sweep(prefix);
  const [temporary, secret] = [temporaryPath(prefix), temporaryPath(prefix)];
  await mkdir(temporary, { mode: 0o700 });
  await writeFile(secret, password, { mode: 0o600, flag: 'wx' });
  try {
    if (user) for (const path of [temporary, secret]) await chown(path, user.uid, user.gid);
    await execute(
      cluster.binaries.initdb,
      [
        `--pgdata=${temporary}`,
        '--username=postgres',
        `--pwfile=${secret}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--data-checksums',
        '--no-instructions',
        ...(durable ? [] : ['--no-sync']),
      ],
      { ...user, cwd: folder, env: BARE_ENVIRONMENT },
    );
    await moveInto(temporary, data);
    if (durable) await sync(folder);
  } finally {
    await rm(secret, { force: true });
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Writes the settings that the next start of the server reads. */
export async function configure(cluster: Cluster, port: number): Promise<void> {
  for (const [name, text] of [
    ['postgresql.conf', settings(port, cluster.durable)],
    ['pg_hba.conf', ACCESS],
  ] as const) {
    const file = join(cluster.data, name);
    const temporary = temporaryPath(`${file}.`);
    await writeFile(temporary, text, { mode: 0o600 });
    if (cluster.user) await chown(temporary, cluster.user.uid, cluster.user.gid);
    await rename(temporary, file);
  }
}

/**
 * Removes what starts that were cut short left half made; what cannot go yet, since the initdb of a killed start still
 * writes to it, is left to the next one.
 */
async function sweep(prefix: string): Promise<void> {
  for (const temporary of await abandonedPaths(prefix))
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
}

async function moveInto(temporary: string, data: string): Promise<void> {
  try {
    await rename(temporary, data);
  } catch (error) {
    const otherWasQuicker = await clusterExists(data);
    if (!otherWasQuicker) throw error;
  }
}

async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
