import type { BasisName, Case, RuleSet } from '@ayni/distribution';
import type { Limit } from './limit.js';
import type { Sourced, Words } from './sourced.js';

/** The law that a rule set follows, under the name that it has where it holds. */
export type Law = { readonly name: string; readonly date: string };

/** A season small enough for a pencil, and what comes of it. */
export type Example = {
  /** Where its figures are from. */
  readonly from: Words;
  readonly case: Omit<Case, 'ruleSet'>;
  readonly funds: Readonly<Record<string, string>>;
  readonly pool: string;
  readonly shares: Readonly<Record<string, string>>;
};

/** Rules that a law suggests, for a co-op to copy and to change in what the law leaves open. */
export type ShippedRuleSet = {
  readonly code: string;
  /** ISO 3166, or null where it is of no country. */
  readonly country: string | null;
  readonly name: Words;
  readonly law: Law | null;
  readonly rules: RuleSet;
  /** The source of each line, by its pointer in the rules. */
  readonly sources: Readonly<Record<string, Sourced>>;
  readonly limits: readonly Limit[];
  /** What the law asks besides, which no line can say. */
  readonly besides: readonly Words[];
  readonly example: Example;
};

type Weighed = readonly [member: string, weights: Readonly<Partial<Record<BasisName, string>>>];

/** The case of an example: no debts, nothing carried, each member a household of her own. */
export const exampleCase = (
  currency: string,
  result: string,
  members: readonly Weighed[],
  books: Partial<Case['books']> = {},
): Example['case'] => ({
  currency,
  books: { revenue: result, deliveries: '0', ownExpenses: '0', ...books },
  members: members.map(([member, weights]) => ({ member, household: `F${member}`, weights })),
});
