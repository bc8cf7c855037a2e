import { found } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { refuseUnless } from '../../domain/runs/run.js';
import type { RunsPort } from '../../domain/runs/runs.port.js';

/** Puts a run aside before anybody approved it; the next one starts from the books again. */
export class RejectRun {
  constructor(private readonly runs: RunsPort) {}

  async run(
    tx: Transaction,
    id: string,
    reason: string,
    by: string,
  ): Promise<{ run: { id: string; state: 'rejected' } }> {
    const run = found(await this.runs.head(tx, id), 'run', id);
    refuseUnless(run, 'calculated', 'proposed');
    await this.runs.reject(tx, run, by, reason);
    return { run: { id, state: 'rejected' } };
  }
}
