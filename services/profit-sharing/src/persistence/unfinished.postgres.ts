import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { eventFlow, unappliedEvents } from '@ayni/facts/event-flow';
import { unfinishedIn } from '@ayni/facts/unfinished';
import type { DayRange } from '@ayni/kernel';
import { UnfinishedPort, type ToldThings } from '../domain/seasons/unfinished.port.js';
import type { Thing } from '../domain/seasons/unfinished.js';
import { advances } from '../facts/advance.js';
import { assetDisposals } from '../facts/asset-disposal.js';
import { assets } from '../facts/asset.js';
import { expenses } from '../facts/expense.js';
import { grantReceipts } from '../facts/grant-receipt.js';
import { grantRefunds } from '../facts/grant-refund.js';
import { grantWriteOffs } from '../facts/grant-write-off.js';
import { grants } from '../facts/grant.js';
import { unsettledGrants } from './unsettled-grants.js';

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

// what else members own and owe counts from its day on, of whatever season that is
const DATED = [expenses, assets, assetDisposals, grants, grantReceipts, grantRefunds, grantWriteOffs, advances];

const OWN = [unsettledGrants, ...DATED.map(({ total }) => total.daysOfNoSeason)];

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
