import { isRefused } from '@ayni/distribution';
import type { Transaction } from '@ayni/database/transaction';
import { isComplete, type ClosingPlan } from '../../domain/seasons/closing.js';
import type { KeptSeason } from '../../domain/seasons/season.js';
import type { SeasonsPort } from '../../domain/seasons/seasons.port.js';
import { toBeReasoned } from '../../domain/seasons/unfinished.js';
import type { ListUnfinished } from '../list-unfinished/list-unfinished.js';
import type { WorkOutShares } from '../work-out-shares/work-out-shares.js';

/**
 * Closes a season that is closing when all services agree on its books, shares come of them, and there is a reason for
 * what is unfinished.
 */
export class FinishClosing {
  constructor(
    private readonly seasons: SeasonsPort,
    private readonly shares: WorkOutShares,
    private readonly unfinished: ListUnfinished,
    private readonly plan: ClosingPlan,
  ) {}

  /** @param season locked */
  async run(tx: Transaction, season: KeptSeason): Promise<void> {
    if (season.state !== 'closing') return;
    if (!isComplete(this.plan, await this.seasons.reports(tx, season.code))) return;
    const things = await this.unfinished.run(tx, season);
    if (toBeReasoned(things).length > 0 && season.left === null) return;
    const { worked } = await this.shares.run(tx, season);
    if (isRefused(worked)) return;
    if (season.left) await this.seasons.leave(tx, season, { ...season.left, things });
    await this.seasons.close(tx, season);
  }
}
