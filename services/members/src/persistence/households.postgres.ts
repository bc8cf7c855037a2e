import { householdRegistered } from '@ayni/contracts';
import type { Day } from '@ayni/kernel';
import { FIRST_SEQ } from '@ayni/database/event-table';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { digestOf, recordRows } from '@ayni/facts/record';
import type { Household } from '../domain/household.js';
import { HouseholdsPort } from '../domain/households.port.js';
import { householdAggregate, householdData } from '../publishing/household-events.js';
import { HouseholdEntity } from './household.entity.js';

const readKnown = statement(
  'known households',
  `SELECT code, retired_on AS "retiredOn" FROM households
   WHERE coop_id = current_setting('app.coop')::uuid AND code = ANY($1)`,
);

/** Households in PostgreSQL; what is added goes to the outbox in the same transaction. */
export class PostgresHouseholds extends HouseholdsPort {
  async add(
    tx: Transaction,
    households: readonly Household[],
    by: string,
  ): Promise<{ recorded: number; unchanged: number }> {
    const recordedAt = tx.now.toISOString();
    const rows = households.map((household) => ({
      ...household,
      digest: digestOf(household),
      recordedBy: by,
      recordedAt,
    }));
    const { fresh, unchanged } = await recordRows(tx, HouseholdEntity, rows, {
      key: 'code',
      says: ['name', 'community'],
    });
    for (const household of fresh)
      tx.publish(householdRegistered, householdAggregate(household), FIRST_SEQ, householdData(household));
    return { recorded: fresh.length, unchanged };
  }

  async known(tx: Transaction, codes: readonly string[]): Promise<ReadonlyMap<string, Day | null>> {
    const rows = await tx.query<{ code: string; retiredOn: Day | null }>(readKnown, [[...new Set(codes)]]);
    return new Map(rows.map(({ code, retiredOn }) => [code, retiredOn]));
  }
}
