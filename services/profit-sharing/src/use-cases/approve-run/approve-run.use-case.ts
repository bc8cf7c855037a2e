import { dayIn, found, parseInstant, Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { refuseOtherPlaces, type CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { appropriationEntry } from '../../domain/appropriation.js';
import type { KeptFactsPort } from '../../domain/kept-facts.port.js';
import type { LedgerPort } from '../../domain/ledger.port.js';
import { placesOfRun, refuseApproval } from '../../domain/run.js';
import type { RunsPort } from '../../domain/runs.port.js';

/**
 * Approves a run under a resolution of the assembly and posts what it makes of the result. The transaction holds the
 * co-op's lock alone: no other run can be calculated or approved meanwhile.
 */
export class ApproveRun {
  constructor(
    private readonly coops: CoopDirectory,
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
    const coop = await this.coops.get(tx);
    refuseOtherPlaces(coop);
    const outdated = placesOfRun(run) !== coop.places || (await this.runs.approvals(tx)) !== run.approvedBefore;
    if (outdated) throw new Refusal('run-outdated', '', { run: id });
    await this.runs.approve(tx, run, by, resolution);
    const today = dayIn(coop.timezone, parseInstant(tx.now.toISOString()));
    await this.ledger.post(tx, [appropriationEntry(run, today)]);
    return { run: { id, state: 'approved', resolution } };
  }
}
