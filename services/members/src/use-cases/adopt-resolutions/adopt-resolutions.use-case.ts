import type { Transaction } from '@ayni/database/transaction';
import { refuseFuture, type CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { Resolution } from '../../domain/resolution.js';
import type { ResolutionsPort } from '../../domain/resolutions.port.js';

/** Enters what an assembly resolved, all or none. */
export class AdoptResolutions {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly resolutions: ResolutionsPort,
  ) {}

  async run(
    tx: Transaction,
    resolutions: readonly Resolution[],
    by: string,
  ): Promise<{ recorded: number; unchanged: number }> {
    const coop = await this.coops.get(tx);
    resolutions.forEach(({ adoptedOn }, i) => refuseFuture(coop, adoptedOn, tx.now, `/rows/${i}/adoptedOn`));
    return this.resolutions.add(tx, resolutions, by);
  }
}
