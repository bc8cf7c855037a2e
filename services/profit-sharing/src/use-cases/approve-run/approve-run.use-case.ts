import { dayIn, found, parseInstant, Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { appropriationEntry } from '../../domain/appropriation.js';
import type { KeptFactsPort } from '../../domain/kept-facts.port.js';
import type { LedgerPort } from '../../domain/ledger.port.js';
import { refuseApproval } from '../../domain/run.js';
import type { RunsPort } from '../../domain/runs.port.js';
import type { SeasonsPort } from '../../domain/seasons.port.js';

/**
 * Approves a run under a resolution of the assembly and posts what it makes of the result. The transaction holds the
 * co-op's lock alone: no other run can be calculated or approved meanwhile.
 */
export class ApproveRun {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly seasons: SeasonsPort,
    private readonly runs: RunsPort,
    private readonly facts: KeptFactsPort,
    private readonly ledger: LedgerPort,
  ) {}

  async run(
    tx: Transaction,
    id: string,
    resolution: string,
    by: string,
  ): Promise<{ run: { id: string; state: 'approved'; resolution: string } }> {
    const run = found(await this.runs.find(tx, id), 'run', id);
    refuseApproval(run, by, resolution, await this.facts.findResolution(tx, resolution));
    const other = await this.runs.approvedOf(tx, run.season);
    if (other !== undefined) throw new Refusal('run-exists', '', { season: run.season, run: other });
    const season = found(await this.seasons.find(tx, run.season), 'season', run.season);
    if ((await this.runs.approvals(tx)) !== run.approvedBefore || season.rulesVersion !== run.rulesVersion)
      throw new Refusal('run-outdated', '', { run: id });
    await this.runs.approve(tx, run, by, resolution);
    const { timezone } = await this.coops.get(tx);
    const today = dayIn(timezone, parseInstant(tx.now.toISOString()));
    await this.ledger.post(tx, [appropriationEntry(run, today)]);
    return { run: { id, state: 'approved', resolution } };
  }
}
