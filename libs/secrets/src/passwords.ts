import { randomBytes } from 'node:crypto';
import type { Role, ServicePasswords } from '@ayni/postgres';
import { read, textIn } from './file.js';

/** Passwords for the roles of a service that nobody has yet. */
export function newPasswords(): ServicePasswords {
  const secret = (): string => randomBytes(32).toString('base64url');
  return { migrator: secret(), runtime: secret(), relay: secret(), operator: secret() };
}

/** The passwords in a file; undefined where there is no file. @throws Error that names a file without all four */
export const readPasswords = (file: string): Promise<ServicePasswords | undefined> =>
  read(file, 'does not hold the passwords of four roles', (found) =>
    passwordsIn(found, (role) => new Error(`The ${role} has none`)),
  );

/** The passwords in the JSON of their file. @throws what `refusal` says of a role without one */
export function passwordsIn(found: unknown, refusal: (role: Role) => Error): ServicePasswords {
  const of = (role: Role): string => {
    const password = textIn(found, role);
    if (password === '') throw refusal(role);
    return password;
  };
  return { migrator: of('migrator'), runtime: of('runtime'), relay: of('relay'), operator: of('operator') };
}
