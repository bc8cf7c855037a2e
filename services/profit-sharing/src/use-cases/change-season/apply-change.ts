import type { Transaction } from '@ayni/database/transaction';
import { noteChanges } from '@ayni/facts/registered/changes';
import type { KeptSeason, Season } from '../../domain/seasons/season.js';
import { editionOf, hasOtherRules, shownSeason } from '../../domain/seasons/season-change.js';
import type { SeasonsPort } from '../../domain/seasons/seasons.port.js';

/** Makes a season what it is to be, and notes what it was. */
export class ApplyChange {
  constructor(private readonly seasons: SeasonsPort) {}

  /**
   * @param season locked
   * @param by who asked for it
   */
  async run(tx: Transaction, season: KeptSeason, wanted: Season, by: string): Promise<KeptSeason> {
    const changed = await this.seasons.change(tx, season, wanted);
    const ruled = hasOtherRules(season, wanted)
      ? await this.seasons.amendRules(tx, changed, wanted.ruleSet, { resolution: null, by })
      : changed;
    const what = { kind: 'season', code: season.code, version: editionOf(ruled), by };
    noteChanges(tx, what, shownSeason(season), shownSeason(wanted));
    return ruled;
  }
}
