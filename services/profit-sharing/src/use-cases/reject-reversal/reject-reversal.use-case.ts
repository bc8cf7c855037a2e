import { found } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { reversalProposerOf } from '../../domain/runs/run.js';
import type { RunsPort } from '../../domain/runs/runs.port.js';

/** Puts aside that a run be reversed: it stands as it was approved. */
export class RejectReversal {
  constructor(private readonly runs: RunsPort) {}

  async run(tx: Transaction, id: string): Promise<{ run: { id: string; state: 'approved' } }> {
    const run = found(await this.runs.head(tx, id), 'run', id);
    reversalProposerOf(run);
    await this.runs.rejectReversal(tx, run);
    return { run: { id, state: 'approved' } };
  }
}
