import { Explained } from '@ayni/kernel';
import { createHmac, randomBytes } from 'node:crypto';
import { chown, link, open, readFile, rename, rm, stat } from 'node:fs/promises';

import { errorCode } from '@ayni/processes/error-code';

/** How the superuser reaches the server of a folder. */
export type Credentials = { readonly password: string; readonly port: number };

/** Reads what an earlier start left in `file`. */
export async function readCredentials(file: string): Promise<Credentials | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    if (errorCode(error) !== 'EACCES') throw error;
    throw new Explained(
      {
        es: `No se puede leer ${file}: es de otro usuario de esta máquina. Inicie Ayni con ese usuario.`,
        en: `${file} cannot be read: it belongs to another user of this machine. Start Ayni as that user.`,
      },
      { cause: error },
    );
  }
  const found: unknown = parse(text);
  if (typeof found === 'object' && found !== null && 'password' in found && 'port' in found) {
    const { password, port } = found;
    if (typeof password === 'string' && typeof port === 'number') return { password, port };
  }
  throw new Explained({
    es: `${file} está dañado; tendría que tener la contraseña («password») y el puerto («port») de la base de datos.`,
    en: `${file} is damaged; it should hold the "password" and the "port" of the database's server.`,
  });
}

/** Makes a password and stores it with `port`, unless another start was quicker: then its credentials stand. */
export async function makeCredentials(file: string, port: number): Promise<Credentials> {
  const credentials = { password: randomBytes(32).toString('base64url'), port };
  const temporary = await write(file, credentials);
  try {
    await link(temporary, file);
    return credentials;
  } catch (error) {
    const theirs = errorCode(error) === 'EEXIST' ? await readCredentials(file) : undefined;
    if (!theirs) throw error;
    return theirs;
  } finally {
    await rm(temporary);
  }
}

/** Stores the port that the server moved to. */
export async function storePort(file: string, credentials: Credentials, port: number): Promise<Credentials> {
  const moved = { ...credentials, port };
  const { uid, gid } = await stat(file);
  const temporary = await write(file, moved);
  if (process.getuid?.() === 0) await chown(temporary, uid, gid);
  await rename(temporary, file);
  return moved;
}

/** The password of a role, worked out from the superuser's, so that there is only one secret to keep. */
export function passwordOf(role: string, credentials: Credentials): string {
  return createHmac('sha256', credentials.password).update(`ayni role ${role}`).digest('base64url');
}

async function write(file: string, credentials: Credentials): Promise<string> {
  const temporary = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const handle = await open(temporary, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(credentials, undefined, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return temporary;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
