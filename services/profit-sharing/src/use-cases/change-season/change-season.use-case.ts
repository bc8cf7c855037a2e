import { found, parseDay, Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { refuseStale } from '@ayni/facts/registered/stale';
import { refuseOtherPlaces, type CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { FundsPort } from '../../domain/funds/funds.port.js';
import type { SeasonState } from '../../domain/seasons/season.js';
import {
  changedSeason,
  daysInQuestion,
  editionOf,
  hasOtherRules,
  refuseUnlessOpen,
  shownSeason,
} from '../../domain/seasons/season-change.js';
import { refuseOld, refuseOverlap } from '../../domain/seasons/season-overlap.js';
import type { SeasonsPort } from '../../domain/seasons/seasons.port.js';
import { holdToLaw } from '../hold-to-law/hold-to-law.js';
import { readRuleTerms } from '../read-rule-terms/read-rule-terms.js';
import type { AskServices } from './ask-services.js';
import type { ApplyChange } from './apply-change.js';

/** A correction as it was sent; what is left out or null stays. */
type SentChanges = {
  readonly name?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly cashUnit?: string | null;
  readonly ruleSet?: Record<string, unknown> | null;
};

/** What came of it at once: the season is changed, or all services are asked whether it may be. */
export type ChangedSeason = { readonly code: string; readonly state: SeasonState; readonly version: number };

/**
 * Corrects an open season. A name, and days that are only more, go in at once. Where days fall out of it, or its rules
 * are others, nothing may be dated there: all services are asked, and what they find decides.
 */
export class ChangeSeason {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly seasons: SeasonsPort,
    private readonly funds: FundsPort,
    private readonly askServices: AskServices,
    private readonly applyChange: ApplyChange,
  ) {}

  /**
   * Alone in the co-op, so that two seasons never come to overlap.
   * @param version the one that the client read
   */
  async run(tx: Transaction, named: string, version: number, sent: SentChanges, by: string): Promise<ChangedSeason> {
    const season = found(await this.seasons.lock(tx, named), 'season', named);
    refuseStale({ version: editionOf(season) }, version);
    refuseUnlessOpen(season);
    const coop = await this.coops.get(tx);
    refuseOtherPlaces(coop);
    if (sent.ruleSet === null) throw new Refusal('bad-field', '/ruleSet', { detail: 'object' });
    const asked = {
      name: sent.name ?? undefined,
      from: sent.from ? parseDay(sent.from, '/from') : undefined,
      to: sent.to ? parseDay(sent.to, '/to') : undefined,
      cashUnit: sent.cashUnit ?? undefined,
      ruleSet: sent.ruleSet,
    };
    const wanted = changedSeason(season, asked, await readRuleTerms(tx, this.funds, coop));
    if (JSON.stringify(shownSeason(season)) === JSON.stringify(shownSeason(wanted)))
      return { code: season.code, state: season.state, version };
    if (hasOtherRules(season, wanted)) holdToLaw(wanted.ruleSet, season.copies, '/ruleSet');
    refuseOverlap(wanted, '', await this.seasons.days(tx));
    refuseOld(wanted, '', [], await this.seasons.oldDays(tx));
    const days = daysInQuestion(season, wanted);
    const changed =
      days.length === 0
        ? await this.applyChange.run(tx, season, wanted, by)
        : await this.askServices.run(tx, season, days, { wanted, withdrawal: null, by });
    return { code: changed.code, state: changed.state, version: editionOf(changed) };
  }
}
