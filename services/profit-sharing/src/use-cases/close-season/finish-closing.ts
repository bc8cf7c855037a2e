import { isRefused } from '@ayni/distribution';
import type { Transaction } from '@ayni/database/transaction';
import { isComplete, type ClosingPlan } from '../../domain/closing.js';
import type { KeptSeason } from '../../domain/season.js';
import type { SeasonsPort } from '../../domain/seasons.port.js';
import type { WorkOutShares } from '../work-out-shares/work-out-shares.js';

/** Closes a season that is closing when all services agree on its books and shares come of them. */
export class FinishClosing {
  constructor(
    private readonly seasons: SeasonsPort,
    private readonly shares: WorkOutShares,
    private readonly plan: ClosingPlan,
  ) {}

  /** @param season locked */
  async run(tx: Transaction, season: KeptSeason): Promise<void> {
    if (season.state !== 'closing') return;
    if (!isComplete(this.plan, await this.seasons.reports(tx, season.code))) return;
    const { outcome } = await this.shares.run(tx, season);
    if (!isRefused(outcome)) await this.seasons.close(tx, season);
  }
}
