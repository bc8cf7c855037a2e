import { Refusal } from '@ayni/kernel';
import type { BrakePort, SourceBudgetPort } from '../../domain/brake.port.js';
import type { PasswordsPort } from '../../domain/passwords.port.js';
import type { Session } from '../../domain/session.js';
import type { TokensPort } from '../../domain/tokens.port.js';
import type { Account } from '../../domain/user.js';
import type { UsersPort } from '../../domain/users.port.js';

/** Who would sign in. */
export type Credentials = { readonly coop: string; readonly user: string; readonly password: string };

/** Gives a user the token that she shows with every request. */
export class SignIn {
  constructor(
    private readonly users: UsersPort,
    private readonly passwords: PasswordsPort,
    private readonly tokens: TokensPort,
    private readonly brake: BrakePort,
    private readonly budget: SourceBudgetPort,
  ) {}

  /** @param source the address that asks. @throws Refusal `bad-credentials`, `too-many-attempts` */
  async run(credentials: Credentials, source: string, now: Date): Promise<Session> {
    return this.token(await this.account(credentials, source, now), now);
  }

  /** A token that no device holds. */
  token(account: Account, now: Date): Promise<Session> {
    return this.tokens.sign(account, now, null);
  }

  /**
   * Whose credentials they are. Answers the same, and as slowly, whichever of the three does not match.
   * @throws Refusal `bad-credentials`, `too-many-attempts`
   */
  async account({ coop, user, password }: Credentials, source: string, now: Date): Promise<Account> {
    const attempt = { coop, user, source };
    // who was here before does not stand behind those who try any name
    const known = await this.brake.knows(attempt);
    if (!known) await this.budget.spend(source);
    await this.brake.begin(attempt, now);
    const account = await this.matching(attempt, password, known);
    await Promise.all([this.brake.succeeded(attempt, now), known ? undefined : this.budget.refund(source)]);
    return account;
  }

  private async matching(
    { coop, user }: { readonly coop: string; readonly user: string },
    password: string,
    known: boolean,
  ): Promise<Account> {
    const account = await this.users.account(coop, user);
    const matches = await this.passwords.matches(password, account?.passwordHash, known ? 'known' : 'strangers');
    if (!account?.active || !matches) throw new Refusal('bad-credentials');
    return account;
  }
}
