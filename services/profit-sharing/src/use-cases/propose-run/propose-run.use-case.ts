import { found } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { refuseUnless } from '../../domain/runs/run.js';
import type { RunsPort } from '../../domain/runs/runs.port.js';

/** Puts a run to the assembly. */
export class ProposeRun {
  constructor(private readonly runs: RunsPort) {}

  async run(tx: Transaction, id: string, by: string): Promise<{ run: { id: string; state: 'proposed' } }> {
    const run = found(await this.runs.find(tx, id), 'run', id);
    refuseUnless(run, 'calculated');
    await this.runs.propose(tx, run, by);
    return { run: { id, state: 'proposed' } };
  }
}
