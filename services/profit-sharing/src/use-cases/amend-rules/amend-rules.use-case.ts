import { found, Refusal } from '@ayni/kernel';
import { refuseOtherPlaces, type CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { Transaction } from '@ayni/database/transaction';
import type { FundsPort } from '../../domain/funds/funds.port.js';
import type { RunsPort } from '../../domain/runs/runs.port.js';
import { checkRules } from '../../domain/seasons/season.js';
import { refuseUnlessOpen } from '../../domain/seasons/season-change.js';
import type { SeasonsPort } from '../../domain/seasons/seasons.port.js';
import { holdToLaw } from '../hold-to-law/hold-to-law.js';
import { readRuleTerms } from '../read-rule-terms/read-rule-terms.js';
import type { UseResolution } from '../use-resolution/use-resolution.js';
import type { FinishClosing } from '../close-season/finish-closing.js';

/** Rules as the assembly voted them anew. */
export type VotedRules = {
  readonly cashUnit: string;
  readonly ruleSet: Readonly<Record<string, unknown>>;
  readonly resolution: string;
};

/**
 * Amends the rules of a season, open or not, as long as none of its runs was approved. Every version is kept; a season
 * that waited for rules by which it can be shared closes.
 */
export class AmendRules {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly seasons: SeasonsPort,
    private readonly funds: FundsPort,
    private readonly runs: RunsPort,
    private readonly useResolution: UseResolution,
    private readonly finishClosing: FinishClosing,
  ) {}

  async run(
    tx: Transaction,
    asked: string,
    { cashUnit, ruleSet, resolution }: VotedRules,
    by: string,
  ): Promise<{ season: string; rulesVersion: number }> {
    const season = found(await this.seasons.lock(tx, asked), 'season', asked);
    const { code, state } = season;
    if (state === 'withdrawn' || state === 'changing') refuseUnlessOpen(season);
    const approved = await this.runs.approvedOf(tx, code);
    if (approved !== undefined) throw new Refusal('run-exists', '', { season: code, run: approved });
    const coop = await this.coops.get(tx);
    refuseOtherPlaces(coop);
    const terms = await readRuleTerms(tx, this.funds, coop);
    const rules = checkRules({ cashUnit, ruleSet, until: season.until }, terms, '');
    holdToLaw(rules, season.copies, '/ruleSet');
    const number = await this.useResolution.run(tx, resolution, { kind: 'rules', season: code });
    const amended = await this.seasons.amendRules(tx, season, rules, { resolution: number, by });
    await this.finishClosing.run(tx, amended);
    return { season: code, rulesVersion: amended.rulesVersion };
  }
}
