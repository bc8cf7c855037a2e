import { Faults } from '@ayni/http/faults';
import { each, isPlainName, lookOf, nameKey, Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { MembersPort } from '../../domain/members.port.js';
import { refuseWeak, type PasswordsPort } from '../../domain/passwords.port.js';
import { checkRoles, type NamedUser, type UserDraft } from '../../domain/user.js';
import { takesSecond } from '../../domain/officer.js';
import type { UsersPort } from '../../domain/users.port.js';
import type { WaitingPort } from '../../domain/waiting.port.js';

/** A user as she is asked for, her password still readable. */
export type UserRequested = Omit<UserDraft, 'passwordHash' | 'choosing' | 'active'> & { readonly password: string };

/** What waits for a second officer where a new one is named. */
const LET_IN = { roles: null, passwordHash: null, active: true, link: null };

/** Names users, all or none; one who is to hold an office waits for a second officer, where there is one. */
export class RegisterUsers {
  constructor(
    private readonly users: UsersPort,
    private readonly members: MembersPort,
    private readonly passwords: PasswordsPort,
    private readonly waiting: WaitingPort,
  ) {}

  /**
   * Hashes the passwords before a transaction is open: it takes long.
   * @param coop the names by which the co-op is known
   * @throws Refusal `weak-password`
   */
  async prepare(requested: readonly UserRequested[], coop: readonly string[]): Promise<UserDraft[]> {
    const faults = new Faults();
    requested.forEach((user, i) => faults.check(i, () => checkRoles(user, `/rows/${i}`)));
    const drafts: UserDraft[] = [];
    for (const [i, { name, password }] of requested.entries())
      await faults.checkLater(i, () => refuseWeak(this.passwords, password, [name, ...coop], `/rows/${i}/password`));
    faults.throwIfAny();
    for (const { password, ...user } of requested)
      drafts.push({ ...user, choosing: true, active: true, passwordHash: await this.passwords.hash(password) });
    return drafts;
  }

  /**
   * @param faults what is wrong with them already, which is told too
   * @returns the names of all users that are there
   * @throws Refusals `unknown-reference`, `bad-name`, `looks-alike`, and `code-taken` of those that are refused
   */
  async check(tx: Transaction, named: readonly NamedUser[], faults: Faults = new Faults()): Promise<readonly string[]> {
    const linked = named.flatMap(({ member }) => (member === null ? [] : [member]));
    const known = await this.members.known(tx, linked);
    const there = await this.users.names(tx);
    named.forEach(({ member: code }, i) => {
      if (code !== null && !known.has(code))
        faults.add(i, [new Refusal('unknown-reference', `/rows/${i}/member`, { what: 'member', code })]);
    });
    const names = named.map(({ name }) => name);
    faults.check(0, () => refuseLookAlikes(there, names));
    await faults.throwWith(() => this.users.refuseTaken(tx, named));
    return there;
  }

  async run(
    tx: Transaction,
    drafts: readonly UserDraft[],
    by: string,
  ): Promise<{ recorded: number; unchanged: number }> {
    const there = await this.check(tx, drafts);
    const isThere = new Set(there.map(nameKey));
    const asking = { by, officers: await this.users.officers(tx), givesPassword: true };
    const waits = (draft: UserDraft): boolean =>
      !isThere.has(nameKey(draft.name)) && takesSecond(undefined, draft, asking);
    const answer = await this.users.add(
      tx,
      drafts.map((draft) => ({ ...draft, active: !waits(draft) })),
      by,
    );
    for (const { name: user } of drafts.filter(waits))
      await this.waiting.ask(tx, { user, changes: LET_IN, askedBy: by });
    return answer;
  }
}

/** @throws Refusal `bad-name`, and `looks-alike` where somebody would be taken for another */
function refuseLookAlikes(there: readonly string[], names: readonly string[]): void {
  const looks = new Map(there.map((name) => [lookOf(name), name]));
  const known = new Set(there.map(nameKey));
  each(names, (name, i) => {
    if (known.has(nameKey(name))) return;
    const pointer = `/rows/${i}/name`;
    if (!isPlainName(name)) throw new Refusal('bad-name', pointer);
    const other = looks.get(lookOf(name));
    if (other !== undefined && other !== name) throw new Refusal('looks-alike', pointer, { code: name, other });
    looks.set(lookOf(name), name);
  });
}
