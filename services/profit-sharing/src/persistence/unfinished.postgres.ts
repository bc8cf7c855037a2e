import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { eventFlow, unappliedEvents } from '@ayni/facts/event-flow';
import { unfinishedBy, unfinishedIn } from '@ayni/facts/unfinished';
import { standing } from '@ayni/facts/standing';
import type { DayRange } from '@ayni/kernel';
import { UnfinishedPort, type ToldThings } from '../domain/unfinished.port.js';
import type { Thing } from '../domain/unfinished.js';
import { advances } from '../facts/advance.js';
import { expenses } from '../facts/expense.js';
import { grants } from '../facts/grant.js';

const SERVICE = 'profit-sharing';

const keepThings = statement(
  'keep unfinished things',
  `INSERT INTO season_unfinished (coop_id, season, service, seq, things)
   VALUES (current_setting('app.coop')::uuid, $1, $2, $3, $4)
   ON CONFLICT (coop_id, season, service) DO UPDATE SET seq = excluded.seq, things = excluded.things
   WHERE season_unfinished.seq < excluded.seq`,
);

const readThings = statement(
  'unfinished things',
  `SELECT service, things FROM season_unfinished
   WHERE coop_id = current_setting('app.coop')::uuid AND season = $1 ORDER BY service`,
);

/** Grants of which older releases let more be spent than they hold. */
const overspentGrants = unfinishedBy(
  'overspent-grant',
  `SELECT g.code AS of, e.records, e.spent - g.amount AS sum FROM grants g CROSS JOIN LATERAL (
     SELECT count(*)::int AS records, COALESCE(sum(f.amount), 0)::bigint AS spent FROM expenses f
     WHERE f.coop_id = g.coop_id AND f.funded_by = g.code AND ${standing('expense', 'f')}) e
   WHERE g.coop_id = current_setting('app.coop')::uuid AND g.day < $2 AND $1::date IS NOT NULL
     AND e.spent > g.amount AND ${standing('grant', 'g')}
   ORDER BY g.code`,
);

const OWN = [overspentGrants, ...[expenses, grants, advances].map(({ total }) => total.daysOfNoSeason)];

/** Unfinished things in PostgreSQL. */
export class PostgresUnfinished extends UnfinishedPort {
  async keep(tx: Transaction, told: readonly ToldThings[]): Promise<void> {
    for (const { season, service, seq, things } of told)
      await tx.query(keepThings, [season, service, seq, JSON.stringify(things)]);
  }

  async of(tx: Transaction, season: DayRange & { readonly code: string }): Promise<Thing[]> {
    const told = await tx.query<Pick<ToldThings, 'service' | 'things'>>(readThings, [season.code]);
    const own = [...(await unfinishedIn(tx, season, OWN)), ...unappliedEvents(SERVICE, await eventFlow(tx))];
    return [
      ...told.flatMap(({ service, things }) => things.map((thing) => ({ service, ...thing }))),
      ...own.map((thing) => ({ service: SERVICE, ...thing })),
    ];
  }
}
