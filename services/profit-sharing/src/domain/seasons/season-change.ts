import { addDays, Refusal, type Day, type DayRange } from '@ayni/kernel';
import { checkDays, checkRules, type KeptSeason, type RuleTerms, type Season, type SeasonDraft } from './season.js';

/** What of an open season is to be another; what is left out stays. */
export type AskedChanges = { readonly [Field in keyof Omit<SeasonDraft, 'code'>]?: SeasonDraft[Field] | undefined };

/** A season's version, by which clients say what they read: it grows with its rules as well. */
export const editionOf = ({ version, rulesVersion }: Pick<KeptSeason, 'version' | 'rulesVersion'>): number =>
  version + rulesVersion - 1;

/**
 * A season with what is asked for.
 * @throws Refusal `nothing-to-do`, and what days and rules are refused for
 */
export function changedSeason(season: KeptSeason, asked: AskedChanges, terms: RuleTerms): Season {
  if (Object.values(asked).every((value) => value === undefined)) throw new Refusal('nothing-to-do');
  const { cashUnit = '', ...ruleSet } = season.ruleSet;
  // rules of an earlier release stand as they are where nobody touches them
  const keepsRules = asked.cashUnit === undefined && asked.ruleSet === undefined;
  const days = checkDays({ from: asked.from ?? season.from, to: asked.to ?? addDays(season.until, -1) }, '');
  const voted = { cashUnit: asked.cashUnit ?? cashUnit, ruleSet: asked.ruleSet ?? ruleSet, until: days.until };
  // a fund may be out of use by the day until which the season now lasts
  const rules = keepsRules && days.until <= season.until ? season.ruleSet : checkRules(voted, terms, '');
  return {
    code: season.code,
    name: asked.name ?? season.name,
    ...days,
    ruleSet: keepsRules ? season.ruleSet : rules,
  };
}

export const hasOtherRules = (before: Season, after: Season): boolean =>
  JSON.stringify(before.ruleSet) !== JSON.stringify(after.ruleSet);

/**
 * The days on which no facts may lie, so that a season can become another: those that fall out of it, and all that it
 * has where its rules are others, since what is dated in a season is shared by the rules that the assembly voted.
 */
export function daysInQuestion(before: Season, after: Season): readonly DayRange[] {
  if (hasOtherRules(before, after)) return [{ from: before.from, until: before.until }];
  const { from, until } = before;
  return [
    { from, until: earlier(until, after.from) },
    { from: later(from, after.until), until },
  ].filter((range) => range.from < range.until);
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
const later = (a: Day, b: Day): Day => (a > b ? a : b);

/** A field of a season as its changes show it. */
export const shownSeason = ({ name, from, until, ruleSet: { cashUnit, ...ruleSet } }: Season): object => ({
  name,
  from,
  to: addDays(until, -1),
  cashUnit,
  ruleSet: JSON.stringify(ruleSet),
});

/**
 * @throws Refusal `season-withdrawn`, `season-changing`, `season-not-open` where a season cannot be corrected now
 */
export function refuseUnlessOpen({ code, state }: Pick<KeptSeason, 'code' | 'state'>): void {
  refuseWithdrawn({ code, state });
  if (state === 'changing') throw new Refusal('season-changing', '', { season: code });
  if (state !== 'open') throw new Refusal('season-not-open', '', { season: code });
}

/** @throws Refusal `season-withdrawn`: nothing is worked out of such a season */
export function refuseWithdrawn({ code, state }: Pick<KeptSeason, 'code' | 'state'>, pointer = ''): void {
  if (state === 'withdrawn') throw new Refusal('season-withdrawn', pointer, { season: code });
}
