import type { Transaction } from '@ayni/messaging';
import { digestOf, refuseFuture, refuseShutSeason, refuseStrangers, type CoopDirectory } from '@ayni/service-kit';
import type { CarePort } from '../../domain/care.port.js';
import { refuseOthersLabour, type Labour, type Recorder } from '../../domain/labour.js';

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
    refuseOthersLabour(rows, recorder);
    const coop = await this.coops.get(tx);
    rows.forEach(({ day }, i) => refuseFuture(coop, day, tx.now, `/rows/${i}/workedOn`));
    await refuseShutSeason(
      tx,
      rows.map(({ day }) => day),
      (i) => `/rows/${i}/workedOn`,
    );
    await refuseStrangers(
      tx,
      rows.map(({ member }) => member),
      (i) => `/rows/${i}/member`,
    );
    return this.care.add(
      tx,
      rows.map((care) => ({ care, digest: digestOf(care), by: recorder.user })),
    );
  }
}
