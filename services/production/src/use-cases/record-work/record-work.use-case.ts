import { Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { digestOf } from '@ayni/facts/record';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { Recorder } from '../../domain/labour.js';
import type { StructuresPort } from '../../domain/structures.port.js';
import type { Work } from '../../domain/work.js';
import type { WorkPort } from '../../domain/work.port.js';
import { admitLabour } from '../admit-labour/admit-labour.js';

/** Enters work, all or none; none of it counts before it is confirmed. */
export class RecordWork {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly structures: StructuresPort,
    private readonly work: WorkPort,
  ) {}

  async run(
    tx: Transaction,
    rows: readonly Work[],
    recorder: Recorder,
  ): Promise<{ recorded: number; unchanged: number }> {
    await admitLabour(tx, this.coops, rows, recorder);
    await this.refuseUnknownStructures(tx, rows);
    return this.work.add(
      tx,
      rows.map((work) => ({ work, digest: digestOf(work), by: recorder.user })),
    );
  }

  private async refuseUnknownStructures(tx: Transaction, rows: readonly Work[]): Promise<void> {
    const named = new Set(rows.map(({ structure }) => structure).filter((code) => code !== null));
    if (named.size === 0) return;
    const known = await this.structures.known(tx, [...named]);
    rows.forEach(({ structure }, i) => {
      if (structure !== null && !known.has(structure))
        throw new Refusal('unknown-reference', `/rows/${i}/structure`, { what: 'structure', code: structure });
    });
  }
}
