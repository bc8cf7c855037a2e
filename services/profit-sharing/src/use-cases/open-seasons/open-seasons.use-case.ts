import type { BroughtRow, LoadedRow } from '@ayni/http/commands/load';
import type { RowDone } from '@ayni/http/commands/row-done';
import { isThere, nameKey, parseDay, Refusal, type Day } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { Faults } from '@ayni/http/faults';
import { refuseOtherPlaces, type CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { digestOf } from '@ayni/facts/record';
import { checkDays, checkRules, dayAfter, type SeasonDraft } from '../../domain/seasons/season.js';
import { nextFrom, refuseOld, refuseOverlap, type SeasonDays } from '../../domain/seasons/season-overlap.js';
import type { FundsPort } from '../../domain/funds/funds.port.js';
import type { StandsUnder } from '../../domain/rules/own-rule-set.js';
import type { OwnRuleSetsPort } from '../../domain/rules/own-rule-sets.port.js';
import type { Opening, SeasonDigest, SeasonsPort } from '../../domain/seasons/seasons.port.js';
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
   * @throws Refusals `duplicate-code`, `season-withdrawn`, `code-taken`, `seasons-overlap`, `old-season-there`,
   * `unknown-reference`, `rules-not-in-force`, and what {@link checkDays} and {@link checkRules} refuse
   */
  async run(
    tx: Transaction,
    rows: readonly LoadedRow<SentSeason>[],
    among: readonly BroughtRow<SentSeason>[],
  ): Promise<readonly RowDone[]> {
    const coop = await this.coops.get(tx);
    refuseOtherPlaces(coop);
    const withdrawn = new Set((await this.seasons.withdrawnCodes(tx)).map(nameKey));
    const terms = await readRuleTerms(tx, this.funds, coop);
    const old = await this.seasons.oldDays(tx);
    const known = await this.seasons.days(tx);
    const faults = new Faults();
    const before = [...known];
    const sent: (SeasonDigest & { readonly i: number })[] = [];
    const openings: Opening[] = [];
    for (const [i, row] of rows.entries()) {
      const { at, by, cause } = row;
      const { name, cashUnit } = row.sent;
      const to = parseDay(row.sent.to, `${at}/to`);
      const code = faults.check(i, () => codeOf(row, among, withdrawn));
      const from = faults.check(i, () => firstDayOf(row, before));
      const days = from && faults.check(i, () => checkDays({ from, to }, at));
      if (days) {
        const season = { ...days, code: row.sent.code };
        faults.check(i, () => refuseOverlap(season, at, before));
        faults.check(i, () => refuseOld(season, at, known, old));
        before.push(season);
      }
      const rules = await faults.checkLater(i, () => this.rulesOf(tx, row, from));
      const until = dayAfter(to);
      const ruleSet =
        rules && faults.check(i, () => checkRules({ cashUnit, ruleSet: rules.ruleSet, until }, terms, at));
      if (code === undefined || from === undefined) continue;
      const digest = digestOfSent(row.sent, { from, to }, rules?.under);
      sent.push({ code, digest, i });
      if (days && rules && ruleSet)
        openings.push({ season: { ...days, code, name, ruleSet }, under: rules.under, digest, by: by.user, cause });
    }
    if (faults.rows > 0) {
      const taken = await this.seasons.taken(tx, sent);
      for (const { code, i } of sent)
        if (taken.has(code)) faults.add(i, [new Refusal('code-taken', `${rows[i]?.at}/code`, { code })]);
    }
    faults.throwIfAny();
    const isNew = await this.seasons.open(tx, openings);
    return isNew.map((each) => ({ isNew: each }));
  }

  /** @returns nothing where the day is not known on which they are to hold */
  private async rulesOf(
    tx: Transaction,
    { sent, at }: LoadedRow<SentSeason>,
    from: Day | undefined,
  ): Promise<Rules | undefined> {
    const { ruleSet, ownRuleSet } = sent;
    if (isThere(ruleSet) && isThere(ownRuleSet))
      throw new Refusal('bad-field', `${at}/ownRuleSet`, { field: 'ownRuleSet', detail: 'one-of-both:ruleSet' });
    if (isThere(ruleSet)) return { ruleSet, under: null };
    if (!isThere(ownRuleSet)) throw new Refusal('bad-field', `${at}/ruleSet`, { field: 'ruleSet', detail: 'missing' });
    const set = await this.ruleSets.lock(tx, ownRuleSet);
    if (!set) throw new Refusal('unknown-reference', `${at}/ownRuleSet`, { what: 'rule-set', code: ownRuleSet });
    if (from === undefined) return undefined;
    const version = await this.ruleSets.inForce(tx, set.code, from);
    if (!version) throw new Refusal('rules-not-in-force', `${at}/ownRuleSet`, { ruleSet: set.code, day: from });
    return { ruleSet: version.rules, under: { ruleSet: set.code, version: version.version } };
  }
}

/** Its code, which no other row of the load has and no season that was withdrawn. @throws Refusal `duplicate-code`, `season-withdrawn` */
function codeOf(
  { sent: season, at }: BroughtRow<SentSeason>,
  among: readonly BroughtRow<SentSeason>[],
  withdrawn: ReadonlySet<string>,
): string {
  const { code } = season;
  const first = among.find(({ sent }) => nameKey(sent.code) === nameKey(code));
  if (first?.sent !== season) throw new Refusal('duplicate-code', `${at}/code`, { code });
  if (withdrawn.has(nameKey(code))) throw new Refusal('season-withdrawn', `${at}/code`, { season: code });
  return code;
}

/** @throws Refusal `bad-field` where it is left out and no season is there before it */
function firstDayOf({ sent, at }: BroughtRow<SentSeason>, others: readonly SeasonDays[]): Day {
  if (isThere(sent.from)) return parseDay(sent.from, `${at}/from`);
  const same = others.find(({ code }) => nameKey(code) === nameKey(sent.code));
  const from = same?.from ?? nextFrom(others, parseDay(sent.to, `${at}/to`));
  if (from === undefined) throw new Refusal('bad-field', `${at}/from`, { detail: 'first-day' });
  return from;
}

/** What was sent is what is compared: a season that names its rules is the same when they have another version. */
function digestOfSent(
  { code, name, cashUnit, ruleSet, ownRuleSet }: SentSeason,
  days: { readonly from: Day; readonly to: Day },
  under: StandsUnder | null | undefined,
): string {
  const named = under?.ruleSet ?? ownRuleSet;
  return digestOf({ code, name, cashUnit, ...days, ...(isThere(named) ? { ownRuleSet: named } : { ruleSet }) });
}
