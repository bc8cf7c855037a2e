import { NAMES, spelledOne } from '@ayni/database/names';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { found } from '@ayni/kernel';
import type { UserRow } from '../list-users/list-users.query.js';

const readUser = statement(
  'show user',
  `SELECT name, roles, member, active, version, recorded_by AS "recordedBy", recorded_at AS "recordedAt",
     EXISTS (SELECT FROM waiting_changes w WHERE w.coop_id = users.coop_id AND w.user_name = users.name) AS waiting
   FROM users WHERE coop_id = current_setting('app.coop')::uuid AND name = $1`,
);

/** Who may sign in, and what she may do. @throws Refusal `not-found` */
export async function showUser(tx: Transaction, name: string): Promise<UserRow> {
  const [user] = await tx.query<UserRow>(readUser, [await spelledOne(tx, NAMES.user, name)]);
  return found(user, 'user', name);
}
