import { readText, type CoopId } from '@ayni/kernel';
import { parseCoop, type CoopDraft } from '../../domain/coop.js';
import type { CoopsPort } from '../../domain/coops.port.js';
import { refuseWeak, type PasswordsPort } from '../../domain/passwords.port.js';
import { checkName } from '../../domain/user.js';

/** A co-op and its first user as they are asked for. */
export type CoopRequested = {
  readonly coop: Readonly<Record<keyof CoopDraft, string>>;
  readonly user: { readonly name: string; readonly password: string };
};

/** Makes a co-op and the user who names all others. */
export class MakeCoop {
  constructor(
    private readonly coops: CoopsPort,
    private readonly passwords: PasswordsPort,
  ) {}

  /** @param setupCode the one-time code, unless the operator asks herself */
  async run({ coop, user }: CoopRequested, setupCode?: string): Promise<CoopId> {
    // what a password costs to hash is nobody's who has no code
    if (setupCode !== undefined) await this.coops.refuseWrongCode(setupCode);
    const draft = parseCoop(coop, '/coop');
    const name = readText(user.name);
    checkName(name);
    await refuseWeak(this.passwords, user.password, [name, draft.code, draft.name], '/user/password');
    const passwordHash = await this.passwords.hash(user.password);
    return this.coops.register({ coop: draft, user: { name, passwordHash } }, setupCode);
  }
}
