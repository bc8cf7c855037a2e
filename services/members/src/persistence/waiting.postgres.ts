import { NAMES, spelledOne } from '@ayni/database/names';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { WaitingChange } from '../domain/officer.js';
import type { UserChanges } from '../domain/user.js';
import { WaitingPort } from '../domain/waiting.port.js';

const OWN_COOP = `coop_id = current_setting('app.coop')::uuid`;

const ask = statement(
  'ask for change of user',
  `INSERT INTO waiting_changes (coop_id, user_name, changes, asked_by, asked_at)
   VALUES (current_setting('app.coop')::uuid, $1, $2::jsonb, $3, $4)
   ON CONFLICT (coop_id, user_name) DO UPDATE
     SET changes = excluded.changes, asked_by = excluded.asked_by, asked_at = excluded.asked_at`,
);
const find = statement(
  'find waiting change',
  `SELECT changes, asked_by AS "askedBy" FROM waiting_changes WHERE ${OWN_COOP} AND user_name = $1 FOR UPDATE`,
);
const end = statement('end waiting change', `DELETE FROM waiting_changes WHERE ${OWN_COOP} AND user_name = $1`);

export class PostgresWaiting extends WaitingPort {
  async ask(tx: Transaction, { user, changes, askedBy }: WaitingChange): Promise<void> {
    await tx.query(ask, [user, JSON.stringify(changes), askedBy, tx.now.toISOString()]);
  }

  async find(tx: Transaction, asked: string): Promise<WaitingChange | undefined> {
    const user = await spelledOne(tx, NAMES.user, asked);
    const [row] = await tx.query<{ changes: UserChanges; askedBy: string }>(find, [user]);
    return row && { user, ...row };
  }

  async end(tx: Transaction, user: string): Promise<void> {
    await tx.query(end, [user]);
  }
}
