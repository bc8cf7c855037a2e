import { found, isThere, nameKey, Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { earlyEndOf, endOf, type AskedEnd } from '../../domain/seasons/ending.js';
import type { KeptSeason } from '../../domain/seasons/season.js';
import { refuseUnlessOpen } from '../../domain/seasons/season-change.js';
import type { SeasonsPort } from '../../domain/seasons/seasons.port.js';
import { refuseUnreasoned, type ListUnfinished } from '../list-unfinished/list-unfinished.js';
import type { UseResolution } from '../use-resolution/use-resolution.js';
import type { WorkOutShares } from '../work-out-shares/work-out-shares.js';
import type { FinishClosing } from './finish-closing.js';

/** A closing as it was asked for. */
type AskedClosing = AskedEnd & { readonly season: string };

/**
 * Asks every service to close its books of a season; from then on their doors refuse facts of its days. Only a
 * resolution opens it again: so its days are over or the assembly ended it, its shares can be worked out, what is unfinished stays for a
 * reason, and whoever asks names it.
 */
export class CloseSeason {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly seasons: SeasonsPort,
    private readonly useResolution: UseResolution,
    private readonly shares: WorkOutShares,
    private readonly unfinished: ListUnfinished,
    private readonly finishClosing: FinishClosing,
  ) {}

  async run(
    tx: Transaction,
    named: string,
    { season: again, ...asked }: AskedClosing,
    by: string,
  ): Promise<{ closing: string }> {
    const season = found(await this.seasons.lock(tx, named), 'season', named);
    const { code } = season;
    if (nameKey(again) !== nameKey(code)) throw new Refusal('season-not-named', '/season', { season: code });
    const { reason } = asked;
    if (isHeldUp(season) && asked.early !== true && isThere(reason)) {
      await this.finishClosing.run(tx, await this.seasons.leave(tx, season, { reason, by }));
      return { closing: code };
    }
    refuseUnlessOpen(season);
    const early = earlyEndOf(asked);
    const ended = { ...season, until: endOf(season, early, await this.coops.today(tx)) };
    if (early) await this.useResolution.run(tx, early.resolution, { kind: 'early-end', season: code });
    await this.shares.shared(tx, ended);
    if (isThere(reason)) await this.seasons.leave(tx, season, { reason, by });
    else refuseUnreasoned(season, await this.unfinished.run(tx, season));
    await this.seasons.beginClosing(tx, ended, early);
    return { closing: code };
  }
}

/** Whether nobody has said yet why something may stay that was written as the doors were shut. */
const isHeldUp = ({ state, left }: KeptSeason): boolean => state === 'closing' && left === null;
