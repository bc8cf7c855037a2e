import { randomBytes } from 'node:crypto';
// not from the whole library, which loads a driver and an ORM: secrets are made where neither is needed
import { eachRole, type Role, type ServicePasswords } from '@ayni/database/roles';
import { read, textIn } from './file.js';

/** Passwords for the roles of a service that nobody has yet. */
export const newPasswords = (): ServicePasswords => eachRole(() => randomBytes(32).toString('base64url'));

/** The passwords in a file; undefined where there is no file. @throws Error that names a file without all four */
export const readPasswords = (file: string): Promise<ServicePasswords | undefined> =>
  read(file, 'does not hold the passwords of four roles', (found) =>
    passwordsIn(found, (role) => new Error(`The ${role} has none`)),
  );

/** The passwords in the JSON of their file. @throws what `refusal` says of a role without one */
export const passwordsIn = (found: unknown, refusal: (role: Role) => Error): ServicePasswords =>
  eachRole((role) => {
    const password = textIn(found, role);
    if (password === '') throw refusal(role);
    return password;
  });
