import type { BroughtRow, LoadedRow } from '@ayni/http/commands/load';
import type { RowDone } from '@ayni/http/commands/row-done';
import { isThere, nameKey, parseDay, Refusal, type Day } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { refuseOtherPlaces, type CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { digestOf } from '@ayni/facts/record';
import { checkSeason, type RuleTerms, type SeasonDraft } from '../../domain/seasons/season.js';
import { nextFrom, refuseOld, refuseOverlap, type SeasonDays } from '../../domain/seasons/season-overlap.js';
import type { FundsPort } from '../../domain/funds/funds.port.js';
import type { StandsUnder } from '../../domain/rules/own-rule-set.js';
import type { OwnRuleSetsPort } from '../../domain/rules/own-rule-sets.port.js';
import type { Opening, SeasonsPort } from '../../domain/seasons/seasons.port.js';
import { readRuleTerms } from '../read-rule-terms/read-rule-terms.js';

/** A season as it was sent, its days still in words; without a first day it begins after the last one. */
type SentSeason = Omit<SeasonDraft, 'from' | 'to' | 'ruleSet'> & {
  readonly from?: string | null;
  readonly to: string;
  /** The rules written out, or the code of the co-op's own that hold on its first day. */
  readonly ruleSet?: SeasonDraft['ruleSet'] | null;
  readonly ownRuleSet?: string | null;
};

/** By what a season is opened. */
type Rules = { readonly ruleSet: SeasonDraft['ruleSet']; readonly under: StandsUnder | null };

/** Opens seasons with the rules that the assembly voted, all or none; no day belongs to two. */
export class OpenSeasons {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly seasons: SeasonsPort,
    private readonly funds: FundsPort,
    private readonly ruleSets: OwnRuleSetsPort,
  ) {}

  /**
   * @param among all rows of the load, where these are only some of them
   * @returns which of the seasons are new
   * @throws Refusal `duplicate-code`, `season-withdrawn`, `code-taken`, `seasons-overlap`, `old-season-there`,
   * `unknown-reference`, `rules-not-in-force`, and what {@link checkSeason} refuses
   */
  async run(
    tx: Transaction,
    rows: readonly LoadedRow<SentSeason>[],
    among: readonly BroughtRow<SentSeason>[],
  ): Promise<readonly RowDone[]> {
    for (const row of rows) refuseRepeated(row, among);
    const withdrawn = new Set((await this.seasons.withdrawnCodes(tx)).map(nameKey));
    for (const { sent, at } of rows)
      if (withdrawn.has(nameKey(sent.code))) throw new Refusal('season-withdrawn', `${at}/code`, { season: sent.code });
    const coop = await this.coops.get(tx);
    refuseOtherPlaces(coop);
    const terms = await readRuleTerms(tx, this.funds, coop);
    const old = await this.seasons.oldDays(tx);
    const known = await this.seasons.days(tx);
    const openings: (Opening & { readonly at: string })[] = [];
    for (const row of rows) {
      const others = [...known, ...openings.map(({ season }) => season)];
      const from = firstDayOf(row, others);
      openings.push({ ...openingOf(row, from, await this.rulesOf(tx, row, from), terms), at: row.at });
    }
    refuseOverlap(openings, known);
    refuseOld(openings, known, old);
    const isNew = await this.seasons.open(tx, openings);
    return isNew.map((each) => ({ isNew: each }));
  }

  private async rulesOf(tx: Transaction, { sent, at }: LoadedRow<SentSeason>, from: Day): Promise<Rules> {
    const { ruleSet, ownRuleSet } = sent;
    if (isThere(ruleSet) && isThere(ownRuleSet))
      throw new Refusal('bad-field', `${at}/ownRuleSet`, { field: 'ownRuleSet', detail: 'one-of-both:ruleSet' });
    if (isThere(ruleSet)) return { ruleSet, under: null };
    if (!isThere(ownRuleSet)) throw new Refusal('bad-field', `${at}/ruleSet`, { field: 'ruleSet', detail: 'missing' });
    const set = await this.ruleSets.lock(tx, ownRuleSet);
    if (!set) throw new Refusal('unknown-reference', `${at}/ownRuleSet`, { what: 'rule-set', code: ownRuleSet });
    const version = await this.ruleSets.inForce(tx, set.code, from);
    if (!version) throw new Refusal('rules-not-in-force', `${at}/ownRuleSet`, { ruleSet: set.code, day: from });
    return { ruleSet: version.rules, under: { ruleSet: set.code, version: version.version } };
  }
}

/** @throws Refusal `duplicate-code` */
function refuseRepeated({ sent, at }: BroughtRow<SentSeason>, among: readonly BroughtRow<SentSeason>[]): void {
  const { code } = sent;
  const first = among.find((row) => nameKey(row.sent.code) === nameKey(code));
  if (first?.sent !== sent) throw new Refusal('duplicate-code', `${at}/code`, { code });
}

/** @throws Refusal `bad-field` where it is left out and no season is there before it */
function firstDayOf({ sent, at }: BroughtRow<SentSeason>, others: readonly SeasonDays[]): Day {
  if (isThere(sent.from)) return parseDay(sent.from, `${at}/from`);
  const same = others.find(({ code }) => nameKey(code) === nameKey(sent.code));
  const from = same?.from ?? nextFrom(others, parseDay(sent.to, `${at}/to`));
  if (from === undefined) throw new Refusal('bad-field', `${at}/from`, { detail: 'first-day' });
  return from;
}

function openingOf(
  { sent, at, by, cause }: LoadedRow<SentSeason>,
  from: Day,
  { ruleSet, under }: Rules,
  terms: RuleTerms,
): Opening {
  const { code, name, cashUnit } = sent;
  const draft = { code, name, cashUnit, from, to: parseDay(sent.to, `${at}/to`) };
  // what was sent is what is compared: a season that names its rules is the same when they have another version
  const digest = digestOf({ ...draft, ...(under ? { ownRuleSet: under.ruleSet } : { ruleSet }) });
  return { season: checkSeason({ ...draft, ruleSet }, terms, at), under, digest, by: by.user, cause };
}
