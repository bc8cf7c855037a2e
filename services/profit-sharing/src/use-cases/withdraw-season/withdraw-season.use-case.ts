import { found, nameKey, Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { noteChanges } from '@ayni/facts/registered/changes';
import type { KeptSeason } from '../../domain/seasons/season.js';
import { editionOf, refuseUnlessOpen } from '../../domain/seasons/season-change.js';
import type { SeasonsPort } from '../../domain/seasons/seasons.port.js';
import type { AskServices } from '../change-season/ask-services.js';

/**
 * Takes a season back on whose days nobody has dated anything, as if it had never been opened. Its code stays taken:
 * events, resolutions and files may name it, and would be of another season then.
 */
export class WithdrawSeason {
  constructor(
    private readonly seasons: SeasonsPort,
    private readonly askServices: AskServices,
  ) {}

  /** @param again the season's code once more */
  async run(
    tx: Transaction,
    named: string,
    { season: again, reason }: { readonly season: string; readonly reason: string },
    by: string,
  ): Promise<{ withdrawing: string }> {
    const season = found(await this.seasons.lock(tx, named), 'season', named);
    const { code } = season;
    if (nameKey(again) !== nameKey(code)) throw new Refusal('season-not-named', '/season', { season: code });
    refuseUnlessOpen(season);
    await this.askServices.run(tx, season, [season], { wanted: season, withdrawal: reason, by });
    return { withdrawing: code };
  }

  /** All services have said that nothing is dated in it. */
  async finish(tx: Transaction, season: KeptSeason, reason: string, by: string): Promise<void> {
    const withdrawn = await this.seasons.withdraw(tx, season, reason);
    const what = { kind: 'season', code: season.code, version: editionOf(withdrawn), by };
    noteChanges(tx, what, { state: 'open' }, { state: withdrawn.state, reason });
  }
}
