import { every } from '@ayni/kernel';
import { refuseRetired } from '@ayni/facts/registered/retired';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { Transaction } from '@ayni/database/transaction';
import { KeepFacts, type Admission } from '@ayni/facts/keep-facts';
import { readUnitBook } from '@ayni/reference-data/products/unit-book';
import { measureHarvest } from '../../domain/harvest.js';
import type { StructuresPort } from '../../domain/structures.port.js';
import { harvests, type Harvest, type SentHarvest } from '../../facts/harvest.js';

/** Keeps harvests. */
export class KeepHarvests extends KeepFacts<Harvest, SentHarvest> {
  constructor(
    coops: CoopDirectory,
    private readonly structures: StructuresPort,
  ) {
    super(harvests, coops);
  }

  protected async admit(
    tx: Transaction,
    rows: readonly LoadedRow<SentHarvest>[],
  ): Promise<Admission<Harvest, SentHarvest>> {
    const units = await readUnitBook(
      tx,
      rows.map(({ sent }) => sent.product),
    );
    const known = await this.structures.known(tx, [...new Set(rows.map(({ sent }) => sent.structure))]);
    return {
      make: ({ sent, at }, day) =>
        every(
          () => refuseRetired(known.get(sent.structure), sent.structure, day, 'structure', `${at}/structure`),
          () => ({ ...sent, day, ...measureHarvest(sent, day, units, at) }),
        ),
    };
  }
}
