import type { CoopId } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';

/** The co-op of who asks. */
export class ShowCoop {
  constructor(private readonly coops: CoopDirectory) {}

  async run(tx: Transaction): Promise<Coop & { readonly id: CoopId }> {
    return { id: tx.coop, ...(await this.coops.get(tx)) };
  }
}
