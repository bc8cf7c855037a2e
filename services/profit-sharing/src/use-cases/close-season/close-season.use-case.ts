import { found, nameKey, Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { earlyEndOf, endOf, type AskedEnd } from '../../domain/ending.js';
import type { SeasonsPort } from '../../domain/seasons.port.js';
import type { UseResolution } from '../use-resolution/use-resolution.js';
import type { WorkOutShares } from '../work-out-shares/work-out-shares.js';

/**
 * Asks every service to close its books of a season; from then on their doors refuse facts of its days. There is no way
 * back: so its days are over or the assembly ended it, its shares can be worked out, and whoever asks names it.
 */
export class CloseSeason {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly seasons: SeasonsPort,
    private readonly useResolution: UseResolution,
    private readonly shares: WorkOutShares,
  ) {}

  async run(
    tx: Transaction,
    asked: string,
    { season: named, ...end }: AskedEnd & { readonly season: string },
  ): Promise<{ closing: string }> {
    const season = found(await this.seasons.lock(tx, asked), 'season', asked);
    const { code } = season;
    if (nameKey(named) !== nameKey(code)) throw new Refusal('season-not-named', '/season', { season: code });
    if (season.state !== 'open') throw new Refusal('season-not-open', '', { season: code });
    const early = earlyEndOf(end);
    const ended = { ...season, until: endOf(season, early, await this.coops.today(tx)) };
    if (early) await this.useResolution.run(tx, early.resolution, { kind: 'early-end', season: code });
    await this.shares.shared(tx, ended);
    await this.seasons.beginClosing(tx, ended, early);
    return { closing: code };
  }
}
