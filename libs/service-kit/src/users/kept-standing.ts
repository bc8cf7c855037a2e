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
  `SELECT u.version, u.active, u.roles, u.member, EXISTS (
     SELECT FROM ended_access e WHERE e.coop_id = current_setting('app.coop')::uuid AND e.access = $2
   ) AS ended
   FROM (SELECT $1 AS name) asked
   LEFT JOIN users u ON u.coop_id = current_setting('app.coop')::uuid AND u.name = asked.name`,
);

/** Nothing but `ended` is known of whom nothing was heard. */
type Heard = Stands | { readonly version: null; readonly ended: boolean };

/** What a service knows of users from the events of members; of whom it has heard nothing, nothing has changed. */
export class KeptStanding extends Standing {
  private readonly remembered = new Map<string, { readonly known: Promise<Heard>; readonly untilMs: number }>();

  constructor(private readonly database: Database) {
    super();
  }

  async check(principal: Principal): Promise<void> {
    const known = await this.known(principal);
    const holds = known.version === null ? !known.ended : stillSo(known, principal);
    if (!holds) throw new Refusal('bad-token');
  }

  /** A command is done within moments of its check; what members tells takes longer on its way. */
  checkWithin(): Promise<void> {
    return Promise.resolve();
  }

  forget(): void {
    this.remembered.clear();
  }

  private known({ coop, user, access }: Principal): Promise<Heard> {
    const key = `${coop}/${user}/${access}`;
    const now = performance.now();
    const remembered = this.remembered.get(key);
    if (remembered && now < remembered.untilMs) return remembered.known;
    const known = this.database.read(coop, (tx) => tx.one<Heard>(read, [user, access]));
    if (this.remembered.size >= REMEMBERED_MAX) this.remembered.clear();
    this.remembered.set(key, { known, untilMs: now + KNOWN_MS });
    known.catch(() => this.remembered.delete(key));
    return known;
  }
}
