import { Explained } from '@ayni/kernel';
import { join } from 'node:path';

import { passwordOf, readCredentials, type Credentials } from './credentials.js';
import { eachRole, rolesOf, type ServicePasswords } from '@ayni/database/roles';

/** How the databases of a server are reached. */
export type Addresses = {
  /** The address of `database` for `role`; without a password, with the superuser's or the one worked out for the role. */
  url(database: string, role: string, password?: string): string;
  /** The passwords of a service's roles, the same for the life of the folder. */
  passwords(service: string): ServicePasswords;
};

export const addressesOf = (credentials: Credentials): Addresses => ({
  url(database, role, password) {
    const secret = password ?? (role === 'postgres' ? credentials.password : passwordOf(role, credentials));
    const user = `${encodeURIComponent(role)}:${encodeURIComponent(secret)}`;
    return `postgres://${user}@127.0.0.1:${credentials.port}/${encodeURIComponent(database)}`;
  },
  passwords(service) {
    const roles = rolesOf(service);
    return eachRole((role) => passwordOf(roles[role], credentials));
  },
});

/**
 * The addresses of the server that another process runs on `folder`.
 * @throws Explained where no server was ever started there
 */
export async function findAddresses(folder: string): Promise<Addresses> {
  const credentials = await readCredentials(join(folder, 'postgres.json'));
  if (!credentials)
    throw new Explained({
      es: `En ${folder} no hay libros: inicie Ayni ahí primero, o indique otra carpeta (--data).`,
      en: `${folder} holds no books: start Ayni there first, or name another folder (--data).`,
    });
  return addressesOf(credentials);
}
