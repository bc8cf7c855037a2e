import { Explained, type Translated } from '@ayni/kernel';
import { chmod, chown, lstat, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { errorCode } from '@ayni/processes/error-code';
import { execute } from '@ayni/processes/execute';
import { makeFolders } from '@ayni/processes/make-folders';

/** A user of the operating system, by its numbers. */
export type SystemUser = { readonly uid: number; readonly gid: number };

const NAME = 'postgres';
const IN_ITS_PLACE: Translated = { es: 'hay un archivo en su lugar', en: 'a file is in its place' };

/**
 * The user that the server runs as: PostgreSQL refuses to run as root, so root starts it as the owner of the cluster
 * or, for a new one, as the system user `postgres`, made where it is missing. Undefined: as ourselves.
 */
export async function serverUser(
  cluster: string,
  onNotice: (notice: Translated) => void,
): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await ownerOf(cluster);
  if (owner && owner.uid !== 0) return owner;
  const user = (await findUser()) ?? (await makeUser(onNotice));
  if (owner) await giveTo(user, cluster); // copied by root
  return user;
}

/** Gives a file or a folder with all that is in it to `user`. */
export async function giveTo(user: SystemUser, path: string): Promise<void> {
  if ((await lstat(path)).isDirectory()) {
    for (const name of await readdir(path)) await giveTo(user, join(path, name));
  }
  await chown(path, user.uid, user.gid);
}

/**
 * Makes `folder` with the folders above it; where root makes them, others may pass through whatever root's umask.
 * @throws Explained where that cannot be
 */
export async function makeFolder(folder: string): Promise<void> {
  const first = await makeFolders(folder).catch((error: unknown) => {
    const isFile = ['EEXIST', 'ENOTDIR'].includes(errorCode(error));
    const why = isFile ? IN_ITS_PLACE : { es: errorCode(error), en: errorCode(error) };
    throw new Explained(
      {
        es: `No se puede hacer la carpeta ${folder} (${why.es}): elija otra para los datos (--data).`,
        en: `The folder ${folder} cannot be made (${why.en}): choose another one for the data (--data).`,
      },
      { cause: error },
    );
  });
  if (first === undefined || process.getuid?.() !== 0) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await chmod(made, 0o755);
}

/** The folder itself, or the nearest above it that is there. */
export async function nearestFolder(folder: string): Promise<string> {
  const isThere = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isThere || dirname(folder) === folder ? folder : nearestFolder(dirname(folder));
}

/** @throws Explained naming the first folder on the way to `folder` that `user` may not pass through */
export async function assertReachable(user: SystemUser, folder: string, otherwise: Translated): Promise<void> {
  const parent = dirname(folder);
  if (parent !== folder) await assertReachable(user, parent, otherwise);
  const { uid, gid, mode } = await stat(folder);
  const passable = uid === user.uid ? mode & 0o100 : gid === user.gid ? mode & 0o010 : mode & 0o001;
  if (passable) return;
  throw new Explained({
    es:
      `La base de datos funciona como el usuario del sistema con id ${user.uid}, que no llega a ${folder}. ` +
      `Permítaselo con: chmod o+x '${folder}'; o ${otherwise.es}.`,
    en:
      `The database runs as the system user with id ${user.uid}, who cannot reach ${folder}. ` +
      `Allow it with: chmod o+x '${folder}'; or ${otherwise.en}.`,
  });
}

async function ownerOf(path: string): Promise<SystemUser | undefined> {
  try {
    const { uid, gid } = await stat(path);
    return { uid, gid };
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return undefined;
    throw error;
  }
}

async function findUser(): Promise<SystemUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([execute('id', ['-u', NAME]), execute('id', ['-g', NAME])]);
    return { uid: Number(uid), gid: Number(gid) };
  } catch {
    return undefined;
  }
}

async function makeUser(onNotice: (notice: Translated) => void): Promise<SystemUser> {
  const groups = await readFile('/etc/group', 'utf8').catch(() => '');
  const group = groups.split('\n').some((line) => line.startsWith(`${NAME}:`)) ? ['--gid', NAME] : ['--user-group'];
  try {
    await execute('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', ...group, NAME]);
  } catch (error) {
    throw new Explained(
      {
        es:
          `PostgreSQL no funciona como root, y no se puede crear para él el usuario del sistema ${NAME} (${String(error)}). ` +
          'Inicie Ayni con un usuario común, o cree ese usuario.',
        en:
          `PostgreSQL does not run as root, and the system user ${NAME} cannot be made for it (${String(error)}). ` +
          'Start Ayni as an ordinary user, or make that user.',
      },
      { cause: error },
    );
  }
  onNotice({
    es: `Se creó el usuario del sistema ${NAME}, con el que funciona la base de datos.`,
    en: `Made the system user ${NAME}, as which the database runs.`,
  });
  const user = await findUser();
  if (!user) throw new Error(`The system user ${NAME} was made but cannot be found.`);
  return user;
}
