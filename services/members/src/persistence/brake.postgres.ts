import { hash } from 'node:crypto';
import { nameKey, Refusal } from '@ayni/kernel';
import { ask } from '@ayni/database/ask';
import type { Database } from '@ayni/database/database';
import { statement, type Statement } from '@ayni/database/statement';
import { BrakePort, type Attempt } from '../domain/brake.port.js';
import { answerLate } from './answer-late.js';

/** So many attempts come without a delay: several devices of one user may sign in at once. */
const FREE = 10;
const DELAY_MAX_S = 300;

const count = `CASE WHEN t.last_at < $3::timestamptz - interval '1 day' THEN 1 ELSE t.count + 1 END`;

const begin = statement(
  'begin sign-in',
  `INSERT INTO sign_in_tries AS t (who, source, count, last_at, free_at) VALUES ($1, $2, 1, $3, $3)
   ON CONFLICT (who, source) DO UPDATE SET
     count = ${count},
     last_at = $3,
     free_at = $3::timestamptz + make_interval(secs =>
       CASE WHEN ${count} < ${FREE} THEN 0 ELSE LEAST(${DELAY_MAX_S}, power(2, LEAST(${count}, 30) - ${FREE})) END)
   WHERE t.free_at <= $3
   RETURNING count`,
);
const held = statement(
  'held sign-in',
  `SELECT GREATEST(1, ceil(extract(epoch FROM free_at - $3::timestamptz)))::int AS seconds
   FROM sign_in_tries WHERE who = $1 AND source = $2`,
);
const succeed = statement(
  'sign-in succeeded',
  // the day is enough to know when she was here last; when she comes and goes is nobody's business
  `UPDATE sign_in_tries
   SET count = 0, last_at = date_trunc('day', $3::timestamptz), free_at = date_trunc('day', $3::timestamptz), known = true
   WHERE who = $1 AND source = $2`,
);
const known = statement('known sign-in', 'SELECT known FROM sign_in_tries WHERE who = $1 AND source = $2');
const sweep = statement(
  'sweep sign-ins',
  `DELETE FROM sign_in_tries
   WHERE last_at < $1::timestamptz - CASE WHEN known THEN interval '180 days' ELSE interval '1 day' END`,
);
const SWEEP_MS = 3_600_000;

/** The brake in PostgreSQL: one for all processes, and as it was after a restart. */
export class PostgresBrake extends BrakePort {
  private sweptAt = 0;

  constructor(private readonly database: Database) {
    super();
  }

  async knows(attempt: Attempt): Promise<boolean> {
    const [row] = await this.ask<{ known: boolean }>(known, keyOf(attempt));
    return row?.known === true;
  }

  async begin(attempt: Attempt, now: Date): Promise<void> {
    const values = [...keyOf(attempt), now.toISOString()];
    await this.sweep(now);
    const [counted] = await this.ask(begin, values);
    if (counted) return;
    const [wait] = await this.ask<{ seconds: number }>(held, values);
    await answerLate();
    throw new Refusal('too-many-attempts', '', { seconds: String(wait?.seconds ?? 1) });
  }

  async succeeded(attempt: Attempt, now: Date): Promise<void> {
    await this.ask(succeed, [...keyOf(attempt), now.toISOString()]);
  }

  private async sweep(now: Date): Promise<void> {
    if (now.getTime() - this.sweptAt < SWEEP_MS) return;
    this.sweptAt = now.getTime();
    await this.ask(sweep, [now.toISOString()]);
  }

  /** Nobody is signed in yet, and there may be no such co-op: these rows belong to none. */
  private ask<Row extends object>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    return this.database.acrossCoops((_enter, client) => ask<Row>(client, statement, values));
  }
}

/** Names that nobody has are typed as well, and now and then a password in the place of one: none of it is kept readable. */
export const whoOf = ({ coop, user }: Pick<Attempt, 'coop' | 'user'>): Buffer =>
  hash('sha256', JSON.stringify([coop, user].map(nameKey)), 'buffer');

const keyOf = (attempt: Attempt): readonly unknown[] => [whoOf(attempt), attempt.source];
