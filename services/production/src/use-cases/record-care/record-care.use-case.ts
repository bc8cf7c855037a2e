import type { Transaction } from '@ayni/database/transaction';
import { digestOf } from '@ayni/facts/record';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { CarePort } from '../../domain/care.port.js';
import type { Labour, Recorder } from '../../domain/labour.js';
import { admitLabour } from '../admit-labour/admit-labour.js';

/** Enters care, all or none; only who did it and who entered it will see it. */
export class RecordCare {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly care: CarePort,
  ) {}

  async run(
    tx: Transaction,
    rows: readonly Labour[],
    recorder: Recorder,
  ): Promise<{ recorded: number; unchanged: number }> {
    await admitLabour(tx, this.coops, rows, recorder);
    return this.care.add(
      tx,
      rows.map((care) => ({ care, digest: digestOf(care), by: recorder.user })),
    );
  }
}
