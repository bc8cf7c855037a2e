import { found } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { refuseFollowed, refuseReversalProposed, refuseUnless } from '../../domain/runs/run.js';
import type { RunsPort } from '../../domain/runs/runs.port.js';

/** Asks that an approved run be reversed; it stands until a second person confirms that. */
export class ProposeReversal {
  constructor(private readonly runs: RunsPort) {}

  async run(
    tx: Transaction,
    id: string,
    reason: string,
    by: string,
  ): Promise<{ run: { id: string; state: 'approved' } }> {
    const run = found(await this.runs.head(tx, id), 'run', id);
    refuseUnless(run, 'approved');
    refuseReversalProposed(run);
    refuseFollowed(run, await this.runs.lastApproved(tx));
    await this.runs.proposeReversal(tx, run, by, reason);
    return { run: { id, state: 'approved' } };
  }
}
