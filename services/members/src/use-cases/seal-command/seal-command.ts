import type { CommandRequest } from '@ayni/http/commands/command-request';
import type { PasswordsPort } from '../../domain/passwords.port.js';

/** The print of a request is kept; a fast hash of one that holds a password would give the password away. */
export class SealCommand {
  constructor(private readonly passwords: PasswordsPort) {}

  async run(command: CommandRequest): Promise<CommandRequest> {
    const { principal, idempotencyKey, print } = command;
    const salt = JSON.stringify([principal.coop, principal.user, idempotencyKey]);
    return { ...command, print: await this.passwords.seal(print, salt) };
  }
}
