import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { Act } from './act.js';

const append = statement(
  'append to trail',
  `INSERT INTO trail (coop_id, at, user_name, act, subject, told, source)
   VALUES (current_setting('app.coop')::uuid, $1, $2, $3, $4, $5, $6)`,
);

/** Puts an act down in the co-op's trail; the last thing that a command does, since others wait for their turn there. */
export async function appendTrail(tx: Transaction, user: string, { act, subject, told, source }: Act): Promise<void> {
  await tx.query(append, [tx.now.toISOString(), user, act, subject, told, source]);
}
