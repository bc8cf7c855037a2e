import { checkRuleSet, isOfMissing, type RuleSet } from '@ayni/distribution';
import { addDays, every, formatAmount, parseAmount, refuseAny, Refusal, type Day, type DayRange } from '@ayni/kernel';
import { DEBT_KINDS } from '../debts/debt.js';
import type { FundNames } from '../funds/fund-names.js';
import type { StandsUnder } from '../rules/own-rule-set.js';
import type { Left } from './unfinished.js';

/** It is `changing` while all services are asked whether days may fall out of it. */
export const SEASON_STATES = ['open', 'changing', 'closing', 'closed', 'withdrawn'] as const;
export type SeasonState = (typeof SEASON_STATES)[number];

/** How a season is shown: `locked` where it is closed and its shares were approved, so that it is not reopened. */
export const SHOWN_SEASON_STATES = [...SEASON_STATES, 'locked'] as const;
export type ShownSeasonState = (typeof SHOWN_SEASON_STATES)[number];

/** A season with the rules that the assembly voted for it. */
export type Season = DayRange & {
  readonly code: string;
  readonly name: string;
  /** With its smallest coin. */
  readonly ruleSet: RuleSet;
};

/** A season as it is kept. */
export type KeptSeason = Season & {
  readonly state: SeasonState;
  readonly version: number;
  /** Of its rules; the first is the one that it was opened with. */
  readonly rulesVersion: number;
  /** The version of the co-op's own rules that these were taken over from, or amended; null where they were written out. */
  readonly under: StandsUnder | null;
  /** The shipped set whose law these name; null where they name none. */
  readonly copies: string | null;
  /** Why what is unfinished may stay, and once it is closed what that was; null where nobody said. */
  readonly left: Left | null;
};

/** A season as the treasurer writes it: `to` is its last day. */
export type SeasonDraft = {
  readonly code: string;
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
  readonly cashUnit: string;
  /** Nobody vouches for it yet. */
  readonly ruleSet: Readonly<Record<string, unknown>>;
};

/** The rules of a season that ends before `until`. */
type RulesDraft = Pick<SeasonDraft, 'cashUnit' | 'ruleSet'> & Pick<Season, 'until'>;

const LAST_DAY = '9999-12-30';
const TEXT_MAX = 64;
const RULES_MAX = 20_000;
/** In smallest units: with a larger coin whole families would be paid nothing. */
const CASH_UNIT_MAX = 10_000n;

/** What rules are read by: how many places amounts of the co-op's currency have, and its registered funds. */
export type RuleTerms = { readonly places: number; readonly funds: FundNames };

/** The day after a last day; itself where that is none in a calendar, as {@link checkDays} refuses. */
export const dayAfter = (to: Day): Day => (to > LAST_DAY ? to : addDays(to, 1));

/** @throws Refusal `wrong-order`, `bad-day` */
export function checkDays({ from, to }: Pick<SeasonDraft, 'from' | 'to'>, pointer: string): DayRange {
  if (to < from) throw new Refusal('wrong-order', `${pointer}/to`, { detail: 'from-later' });
  if (to > LAST_DAY) throw new Refusal('bad-day', `${pointer}/to`);
  return { from, until: dayAfter(to) };
}

/**
 * @throws Refusal `unknown-field`, `bad-rule-set`, `unknown-fund`, `retired`, `cash-unit-too-large`,
 *   `unknown-debt-kind`
 */
export function checkRules(
  { cashUnit, ruleSet, until }: RulesDraft,
  { places, funds }: RuleTerms,
  pointer: string,
): RuleSet {
  refuseCoin(ruleSet, pointer);
  const voted = readRules({ ...ruleSet, cashUnit }, places, pointer);
  return every(
    () => {
      if (parseAmount(cashUnit, places, `${pointer}/cashUnit`) > CASH_UNIT_MAX)
        throw new Refusal('cash-unit-too-large', `${pointer}/cashUnit`, { most: formatAmount(CASH_UNIT_MAX, places) });
    },
    () => withKnownNames(voted, until, { places, funds }, pointer),
  );
}

/**
 * Checks rules that stand by themselves, without a season and its coin.
 * @param from the first day on which they hold
 * @throws Refusal `unknown-field`, `bad-rule-set`, `unknown-fund`, `retired`, `unknown-debt-kind`
 */
export function checkVotedRules(
  { ruleSet, from }: Pick<SeasonDraft, 'ruleSet' | 'from'>,
  terms: RuleTerms,
  pointer: string,
): RuleSet {
  refuseCoin(ruleSet, pointer);
  return withKnownNames(readRules(ruleSet, terms.places, pointer), addDays(from, 1), terms, pointer);
}

function refuseCoin(ruleSet: Readonly<Record<string, unknown>>, pointer: string): void {
  if ('cashUnit' in ruleSet) throw new Refusal('unknown-field', `${pointer}/ruleSet/cashUnit`, { field: 'cashUnit' });
}

/** Rules in which every kind of debt and every fund is known, each fund under its code. */
function withKnownNames(voted: RuleSet, until: Day, { places, funds }: RuleTerms, pointer: string): RuleSet {
  return every(
    () => refuseUnknownDebts(voted, `${pointer}/ruleSet`),
    // under one name a fund may stand where it must not stand twice
    () => readRules(funds.inRules(voted, until, `${pointer}/ruleSet`), places, pointer),
  );
}

/**
 * What the books never hold would never be set off.
 * @param pointer to the rules
 * @throws Refusal `unknown-debt-kind`
 */
export function refuseUnknownDebts({ offsets }: RuleSet, pointer: string): void {
  const kinds = DEBT_KINDS.join(', ');
  refuseAny(
    (offsets?.order ?? []).flatMap((kind, i) =>
      DEBT_KINDS.some((known) => known === kind)
        ? []
        : new Refusal('unknown-debt-kind', `${pointer}/offsets/order/${i}`, { kind, kinds }),
    ),
  );
}

/**
 * Reads rules with their coin, as far as they hold by themselves.
 * @param field where they stand below `pointer`; the coin stands beside them
 * @throws Refusal `bad-rule-set`
 */
export function readRules(whole: object, places: number, pointer: string, field = '/ruleSet'): RuleSet {
  refuseAny(
    checkRuleSet(whole, places).map((fault) => {
      const place = fault.pointer === '/cashUnit' ? '/cashUnit' : `${field}${fault.pointer}`;
      const detail = isOfMissing(fault) ? 'missing' : (`${fault.code}:${fault.pointer}` as const);
      return new Refusal('bad-rule-set', `${pointer}${place}`, { detail });
    }),
  );
  if (JSON.stringify(whole).length > RULES_MAX || !textsOf(whole).every(isShortLine))
    throw new Refusal('bad-rule-set', `${pointer}${field}`, { detail: `too-long:${TEXT_MAX}` });
  return whole as RuleSet; // checkRuleSet has found it to be one
}

/** Names become codes of accounts. */
const isShortLine = (text: string): boolean => text.length <= TEXT_MAX && !/\p{Cc}/u.test(text);

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
