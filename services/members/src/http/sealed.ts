import type { CommandRequest } from '@ayni/http/commands/command-request';
import type { PasswordsPort } from '../domain/passwords.port.js';

/** The print of a request is kept; a fast hash of one that holds a password would give the password away. */
export async function sealed(passwords: PasswordsPort, command: CommandRequest): Promise<CommandRequest> {
  const { principal, idempotencyKey, print } = command;
  const salt = JSON.stringify([principal.coop, principal.user, idempotencyKey]);
  return { ...command, print: await passwords.seal(print, salt) };
}
