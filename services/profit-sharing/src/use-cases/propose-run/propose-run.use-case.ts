import { found } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { refuseOutdated, refuseUnless } from '../../domain/runs/run.js';
import type { RunsPort } from '../../domain/runs/runs.port.js';
import type { SeasonsPort } from '../../domain/seasons/seasons.port.js';
import { booksNow } from './books-now.js';

/** Puts a run to the assembly, which sees none that could not be approved any more. */
export class ProposeRun {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly seasons: SeasonsPort,
    private readonly runs: RunsPort,
  ) {}

  async run(tx: Transaction, id: string, by: string): Promise<{ run: { id: string; state: 'proposed' } }> {
    const run = found(await this.runs.head(tx, id), 'run', id);
    refuseUnless(run, 'calculated');
    refuseOutdated(run, await booksNow(tx, { coops: this.coops, seasons: this.seasons, runs: this.runs }, run));
    await this.runs.propose(tx, run, by);
    return { run: { id, state: 'proposed' } };
  }
}
