import { Refusal } from '@ayni/kernel';
import type { Attempts } from '../../domain/attempts.js';
import type { PasswordsPort } from '../../domain/passwords.port.js';
import type { Session } from '../../domain/session.js';
import type { TokensPort } from '../../domain/tokens.port.js';
import type { UsersPort } from '../../domain/users.port.js';

/** Gives a user the token that she shows with every request. */
export class SignIn {
  constructor(
    private readonly users: UsersPort,
    private readonly passwords: PasswordsPort,
    private readonly tokens: TokensPort,
    private readonly attempts: Attempts,
  ) {}

  /**
   * Answers the same, and as slowly, whichever of the three does not match.
   * @throws Refusal `bad-credentials`, `too-many-attempts`
   */
  async run(
    { coop, user, password }: { readonly coop: string; readonly user: string; readonly password: string },
    now: Date,
  ): Promise<Session> {
    const who = JSON.stringify([coop, user]);
    this.attempts.begin(who, now.getTime());
    const account = await this.users.account(coop, user);
    const matches = await this.passwords.matches(password, account?.passwordHash);
    if (!account?.active || !matches) throw new Refusal('bad-credentials');
    this.attempts.succeeded(who);
    return this.tokens.sign(account, now);
  }
}
