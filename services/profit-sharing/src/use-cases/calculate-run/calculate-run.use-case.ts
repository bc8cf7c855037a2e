import { commonOutcome } from '@ayni/distribution';
import { found, Refusal } from '@ayni/kernel';
import { refuseOtherPlaces, type CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { Transaction } from '@ayni/database/transaction';
import type { FreshRun } from '../../domain/runs/run.js';
import type { RunsPort } from '../../domain/runs/runs.port.js';
import { isOutOfOrder, refuseUnshared } from '../../domain/seasons/season-order.js';
import type { SeasonsPort } from '../../domain/seasons/seasons.port.js';
import { sealing } from './sealing.js';
import type { WorkOutShares } from '../work-out-shares/work-out-shares.js';

/** What is told of a run that was worked out. */
type Calculated = {
  readonly id: string;
  readonly state: 'calculated';
  readonly season: string;
  readonly fingerprint: string;
  readonly follows: string | null;
  readonly outOfOrder: boolean;
};

/** Works the shares of a closed season out, after those of every earlier one, and freezes what they came from. */
export class CalculateRun {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly seasons: SeasonsPort,
    private readonly runs: RunsPort,
    private readonly shares: WorkOutShares,
    private readonly newId: () => string,
  ) {}

  async run(tx: Transaction, asked: string, by: string): Promise<{ run: Calculated }> {
    const coop = await this.coops.get(tx);
    refuseOtherPlaces(coop);
    const season = found(await this.seasons.find(tx, asked), 'season', asked);
    const { code } = season;
    if (season.state !== 'closed') throw new Refusal('season-not-closed', '', { season: code });
    const approved = await this.runs.approvedOf(tx, code);
    if (approved !== undefined) throw new Refusal('run-exists', '', { season: code, run: approved });
    refuseUnshared(season, await this.runs.unsharedBefore(tx, season));
    const followed = await this.runs.lastApproved(tx);
    const { document, worked, approvedBefore } = await this.shares.shared(tx, season);
    const run: FreshRun = {
      id: this.newId(),
      season: code,
      currency: document.currency,
      case: document,
      outcome: commonOutcome(worked),
      ...sealing(worked),
      approvedBefore,
      rulesVersion: season.rulesVersion,
    };
    await this.runs.add(tx, run, by);
    const outOfOrder = isOutOfOrder(season, followed);
    const { id } = run;
    const fingerprint = run.fingerprint();
    return { run: { id, state: 'calculated', season: code, fingerprint, follows: followed?.code ?? null, outOfOrder } };
  }
}
