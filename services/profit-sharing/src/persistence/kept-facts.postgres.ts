import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { ReversalEntity } from '@ayni/facts/reversal.entity';
import type { CareTotal, Delivery, TakenBack, Work } from '../domain/facts.js';
import { KeptFactsPort, type Household } from '../domain/kept-facts.port.js';
import { DeliveryEntity, HouseholdEntity, WorkRecordEntity } from './kept.entity.js';

const OWNER = { delivery: 'inventory', work: 'production' } as const;

const correct = statement(
  'correct household',
  `UPDATE households SET name = $2 WHERE coop_id = current_setting('app.coop')::uuid AND code = $1`,
);

const keepCare = statement(
  'keep totals of care',
  `INSERT INTO care_totals (coop_id, member, day, minutes)
   SELECT current_setting('app.coop')::uuid, member, day, minutes
   FROM unnest($1::text[], $2::date[], $3::int[]) AS told (member, day, minutes)
   ON CONFLICT (coop_id, member, day) DO UPDATE SET minutes = excluded.minutes`,
);

/** What other services wrote, in PostgreSQL. */
export class PostgresKeptFacts extends KeptFactsPort {
  async keepDeliveries(tx: Transaction, deliveries: readonly Delivery[]): Promise<void> {
    await tx.insert(DeliveryEntity, deliveries);
  }

  async keepWork(tx: Transaction, work: readonly Work[]): Promise<void> {
    await tx.insert(WorkRecordEntity, work);
  }

  async keepCare(tx: Transaction, totals: readonly CareTotal[]): Promise<void> {
    const last = [...new Map(totals.map((total) => [`${total.day} ${total.member}`, total])).values()];
    await tx.query(keepCare, [
      last.map(({ member }) => member),
      last.map(({ day }) => day),
      last.map(({ minutes }) => minutes),
    ]);
  }

  async takeBack(tx: Transaction, kind: 'delivery' | 'work', facts: readonly TakenBack[]): Promise<void> {
    const taken = { kind, reversedBy: OWNER[kind], reversedAt: tx.now.toISOString() };
    await tx.insert(
      ReversalEntity,
      facts.map((fact) => ({ ...fact, ...taken })),
    );
  }

  async keepHouseholds(tx: Transaction, households: readonly Household[]): Promise<void> {
    await tx.insert(HouseholdEntity, households, { onConflict: 'nothing' });
  }

  async correctHouseholds(tx: Transaction, households: readonly Household[]): Promise<void> {
    for (const { code, name } of households) await tx.query(correct, [code, name]);
  }
}
