import { Refusal } from '@ayni/kernel';
import type { Database } from '@ayni/database/database';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { Principal } from '@ayni/http/auth/principal';
import { Standing, stillSo, type Stands } from '@ayni/http/auth/standing';

const read = statement(
  'read own standing',
  `SELECT version, active, roles, member, $2::uuid IS NOT NULL AND NOT EXISTS (
     SELECT FROM devices WHERE coop_id = current_setting('app.coop')::uuid AND user_name = $1 AND id = $2
   ) AS ended
   FROM users WHERE coop_id = current_setting('app.coop')::uuid AND name = $1`,
);

const readKey = statement(
  'read key standing',
  `SELECT ended_at IS NOT NULL AS ended FROM api_keys WHERE coop_id = current_setting('app.coop')::uuid AND id = $1`,
);

/** Members has the users and the keys themselves, and asks of each request. */
export class OwnStanding extends Standing {
  constructor(private readonly database: Database) {
    super();
  }

  check(principal: Principal): Promise<void> {
    return this.database.read(principal.coop, (tx) => this.checkWithin(tx, principal));
  }

  async checkWithin(tx: Transaction, principal: Principal): Promise<void> {
    if (principal.scopes !== null) {
      const [key] = await tx.query<{ ended: boolean }>(readKey, [principal.access]);
      if (key?.ended !== false) throw new Refusal('bad-token');
      return;
    }
    const [known] = await tx.query<Stands>(read, [principal.user, principal.access]);
    if (!known || !stillSo(known, principal)) throw new Refusal('bad-token');
  }

  forget(): void {
    // nothing is remembered
  }
}
