import { structureRegistered } from '@ayni/contracts';
import type { Day } from '@ayni/kernel';
import { FIRST_SEQ } from '@ayni/database/event-table';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { recordRows } from '@ayni/facts/record';
import { StructuresPort, type StructureEntry } from '../domain/structures.port.js';
import { structureAggregate, structureData } from '../publishing/structure-events.js';
import { StructureEntity } from './structure.entity.js';

const readKnown = statement(
  'known structures',
  `SELECT code, retired_on AS "retiredOn" FROM structures
   WHERE coop_id = current_setting('app.coop')::uuid AND code = ANY($1)`,
);

export class PostgresStructures extends StructuresPort {
  async add(tx: Transaction, entries: readonly StructureEntry[]): Promise<{ recorded: number; unchanged: number }> {
    const rows = entries.map(({ structure, digest, by }) => ({
      ...structure,
      digest,
      recordedBy: by,
      recordedAt: tx.now.toISOString(),
    }));
    const { fresh, unchanged } = await recordRows(tx, StructureEntity, rows, {
      key: 'code',
      says: ['name', 'kind', 'areaM2'],
    });
    for (const structure of fresh)
      tx.publish(structureRegistered, structureAggregate(structure), FIRST_SEQ, structureData(structure));
    return { recorded: fresh.length, unchanged };
  }

  async known(tx: Transaction, codes: readonly string[]): Promise<ReadonlyMap<string, Day | null>> {
    const rows = await tx.query<{ code: string; retiredOn: Day | null }>(readKnown, [codes]);
    return new Map(rows.map(({ code, retiredOn }) => [code, retiredOn]));
  }
}
