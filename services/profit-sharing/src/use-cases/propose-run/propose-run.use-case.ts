import { found } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { refuseOutdated, refuseUnless } from '../../domain/runs/run.js';
import type { RunsPort } from '../../domain/runs/runs.port.js';
import type { SeasonsPort } from '../../domain/seasons/seasons.port.js';

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
    const { places } = await this.coops.get(tx);
    const { rulesVersion } = found(await this.seasons.find(tx, run.season), 'season', run.season);
    refuseOutdated(run, { places, rulesVersion, approvedBefore: await this.runs.moves(tx) });
    await this.runs.propose(tx, run, by);
    return { run: { id, state: 'proposed' } };
  }
}
