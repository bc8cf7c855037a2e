import { canonicalJson, type RuleSet, type Sha256 } from '@ayni/distribution';
import { Refusal, type Day } from '@ayni/kernel';

/** Rules of the co-op's own, under a name that seasons are opened by. */
export type OwnRuleSet = {
  readonly code: string;
  readonly name: string;
  /** The code of the shipped set whose law they name; null where they name none. */
  readonly copies: string | null;
  /** That law as people call it, with its day. */
  readonly law: string | null;
};

/** One version of them; it never changes. */
export type RuleSetVersion = {
  readonly ruleSet: string;
  readonly version: number;
  /** The first day that a season by it may have. */
  readonly from: Day;
  readonly rules: RuleSet;
  /** By which a resolution names it. */
  readonly fingerprint: string;
};

/** By what a season's rules were taken over from the co-op's own. */
export type StandsUnder = Pick<RuleSetVersion, 'ruleSet' | 'version'>;

/** @throws Refusal `rules-overlap` where a version holds on that day already, or from later on */
export function refuseEarlier({ ruleSet, from }: RuleSetVersion, lastFrom: Day | undefined): void {
  if (lastFrom !== undefined && from <= lastFrom) throw new Refusal('rules-overlap', '', { ruleSet, day: lastFrom });
}

/** Seals what the assembly is asked to adopt: SHA-256 over canonical JSON (RFC 8785), as runs are sealed. */
export const fingerprintOf = (
  { ruleSet, from, rules }: Omit<RuleSetVersion, 'version' | 'fingerprint'>,
  sha256: Sha256,
): string => `sha256:${sha256(canonicalJson({ code: ruleSet, from, ruleSet: rules }))}`;
