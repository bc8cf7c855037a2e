import type { Transaction } from '@ayni/database/transaction';
import type { Day } from '@ayni/kernel';
import type { OwnRuleSet, RuleSetVersion } from './own-rule-set.js';

/** Whose word something is, and when it was given. */
export type Word = { readonly by: string; readonly resolution: string | null };

/** A version of rules with what the set is called. */
export type NamedVersion = Pick<RuleSetVersion, 'ruleSet' | 'rules'> & { readonly name: string };

/** The rule sets of a co-op's own, in versions. */
export abstract class OwnRuleSetsPort {
  /**
   * Keeps sets, all or none; the same ones again change nothing.
   * @throws Refusal `duplicate-code`, `code-taken`
   */
  abstract begin(
    tx: Transaction,
    sets: readonly OwnRuleSet[],
    by: string,
  ): Promise<{ readonly recorded: number; readonly unchanged: number }>;
  /** Refuses what {@link begin} does, and keeps nothing. @throws Refusals `code-taken` */
  abstract refuseTaken(tx: Transaction, sets: readonly OwnRuleSet[]): Promise<void>;
  /** A set by its code in whatever case, held until the transaction ends. */
  abstract lock(tx: Transaction, code: string): Promise<OwnRuleSet | undefined>;
  abstract versionBy(tx: Transaction, ruleSet: string, fingerprint: string): Promise<RuleSetVersion | undefined>;
  abstract find(tx: Transaction, ruleSet: string, version: number): Promise<RuleSetVersion | undefined>;
  /** Keeps a version under the next number. */
  abstract propose(tx: Transaction, version: Omit<RuleSetVersion, 'version'>, by: string): Promise<RuleSetVersion>;
  abstract isAdopted(tx: Transaction, version: RuleSetVersion): Promise<boolean>;
  /** Whether the co-op has adopted any rules of its own. */
  abstract hasAdopted(tx: Transaction): Promise<boolean>;
  /** The first day of the version of a set that was adopted last. */
  abstract lastFrom(tx: Transaction, ruleSet: string): Promise<Day | undefined>;
  abstract adopt(tx: Transaction, version: RuleSetVersion, word: Word): Promise<void>;
  /** The version of each set that was written last, adopted or not, by their codes. */
  abstract newest(tx: Transaction): Promise<readonly NamedVersion[]>;
  /** The adopted version of a set that holds on a day. */
  abstract inForce(tx: Transaction, ruleSet: string, on: Day): Promise<RuleSetVersion | undefined>;
}
