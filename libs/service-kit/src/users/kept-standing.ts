import { Refusal } from '@ayni/kernel';
import type { Database } from '@ayni/database/database';
import { statement } from '@ayni/database/statement';
import type { Principal } from '@ayni/http/auth/principal';
import { Standing, stillSo, type Stands } from '@ayni/http/auth/standing';

/** So old may be what is known of a user; another process of the service may have applied that she was dismissed. */
const KNOWN_MS = 500;
const REMEMBERED_MAX = 10_000;

const read = statement(
  'read standing',
  `SELECT version, active, roles, member FROM users WHERE coop_id = current_setting('app.coop')::uuid AND name = $1`,
);

/** What a service knows of users from the events of members; of whom it has heard nothing, nothing has changed. */
export class KeptStanding extends Standing {
  private readonly remembered = new Map<
    string,
    { readonly known: Promise<Stands | undefined>; readonly untilMs: number }
  >();

  constructor(private readonly database: Database) {
    super();
  }

  async check(principal: Principal): Promise<void> {
    const known = await this.known(principal.coop, principal.user);
    if (known && !stillSo(known, principal)) throw new Refusal('bad-token');
  }

  /** A command is done within moments of its check; what members tells takes longer on its way. */
  checkWithin(): Promise<void> {
    return Promise.resolve();
  }

  forget(): void {
    this.remembered.clear();
  }

  private known(coop: Principal['coop'], user: string): Promise<Stands | undefined> {
    const key = `${coop}/${user}`;
    const now = performance.now();
    const remembered = this.remembered.get(key);
    if (remembered && now < remembered.untilMs) return remembered.known;
    const known = this.database.read(coop, async (tx) => (await tx.query<Stands>(read, [user]))[0]);
    if (this.remembered.size >= REMEMBERED_MAX) this.remembered.clear();
    this.remembered.set(key, { known, untilMs: now + KNOWN_MS });
    known.catch(() => this.remembered.delete(key));
    return known;
  }
}
