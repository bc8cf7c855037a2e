import { harvestRecorded, harvestReversed } from '@ayni/contracts';
import type { Day } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { recordRows } from '@ayni/facts/record';
import { reverseFact } from '@ayni/facts/reverse';
import { toUnitBook, UNIT_BOOK, type UnitBookRows } from '@ayni/reference-data/products/unit-book';
import type { Harvest } from '../domain/harvest.js';
import { HarvestsPort, type HarvestEntry, type HarvestReferences } from '../domain/harvests.port.js';
import { harvestAggregate, harvestData } from '../publishing/harvest-events.js';
import { HarvestEntity } from './harvest.entity.js';

// one round trip for all that a harvest is checked against; it runs after the lock was taken
const readReferences = statement(
  'harvest references',
  `SELECT (${UNIT_BOOK('$1')}) AS book,
     ARRAY(SELECT code FROM structures
       WHERE coop_id = current_setting('app.coop')::uuid AND code = ANY($2::text[])) AS structures,
     (SELECT json_build_object('day', d, 'season', code) FROM unnest($3::date[]) AS days (d)
      JOIN seasons ON seasons.coop_id = current_setting('app.coop')::uuid
        AND state <> 'open' AND d >= from_day AND d < until_day LIMIT 1) AS shut`,
);

const readHarvest = statement(
  'read harvest',
  `SELECT code, harvested_at AS "harvestedAt", day, structure, product, quantity, unit, home_use AS "homeUse",
     stock_unit AS "stockUnit", stock_quantity AS "stockQuantity", stock_home_use AS "stockHomeUse"
   FROM harvests WHERE coop_id = current_setting('app.coop')::uuid AND code = $1`,
);

/** Harvests in PostgreSQL; what is added or taken back goes to the outbox in the same transaction. */
export class PostgresHarvests extends HarvestsPort {
  async references(
    tx: Transaction,
    asked: { products: string[]; structures: string[]; days: Day[] },
  ): Promise<HarvestReferences> {
    const { book, structures, shut } = await tx.one<{
      book: UnitBookRows;
      structures: string[];
      shut: HarvestReferences['shut'];
    }>(readReferences, [asked.products, asked.structures, asked.days]);
    return { units: toUnitBook(book), structures: new Set(structures), shut };
  }

  async add(tx: Transaction, entries: readonly HarvestEntry[]): Promise<{ recorded: number; unchanged: number }> {
    const rows = entries.map(({ harvest, digest, by }) => ({
      ...harvest,
      digest,
      recordedBy: by,
      recordedAt: tx.now.toISOString(),
    }));
    const { fresh, unchanged } = await recordRows(tx, HarvestEntity, rows, { key: 'code' });
    for (const harvest of fresh) tx.publish(harvestRecorded, harvestAggregate(harvest), 1, harvestData(harvest));
    return { recorded: fresh.length, unchanged };
  }

  async find(tx: Transaction, code: string): Promise<Harvest | undefined> {
    const [harvest] = await tx.query<Harvest>(readHarvest, [code]);
    return harvest;
  }

  async reverse(tx: Transaction, harvest: Harvest, reason: string, by: string): Promise<void> {
    await reverseFact(tx, 'harvest', { code: harvest.code, reason, by });
    tx.publish(harvestReversed, harvestAggregate(harvest), 2, { ...harvestData(harvest), reason });
  }
}
