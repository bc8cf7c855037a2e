import type { RuleSet } from '@ayni/distribution';
import { nameKey, refuseAny, Refusal } from '@ayni/kernel';
import { asksOf, brokenLimits, shippedName, shippedRuleSets, type ShippedRuleSet } from '@ayni/rule-sets';
import { withFunds } from '../../domain/funds/fund.js';

/** A shipped set by its code; none where `code` is null or no such set is shipped. */
export const shippedBy = (code: string | null): ShippedRuleSet | undefined =>
  shippedRuleSets.find((set) => set.code === code);

/**
 * Holds rules to what the law asks that they name.
 * @param copies the shipped set whose law that is; null where they name none
 * @param pointer the place of the rules in the request
 * @throws Refusals `limit-of-law`, each at its line and with its article
 */
export function holdToLaw(rules: RuleSet, copies: string | null, pointer: string): void {
  const set = shippedBy(copies);
  if (!set?.law) return;
  const law = set.law.name;
  // a fund is the law's however the register of the co-op writes its code
  const plain = withFunds(rules, nameKey);
  refuseAny(
    brokenLimits(plain, set.limits).map(({ pointer: at, limit }) => {
      const values = { law, article: limit.article, asks: asksOf(limit, shippedName) };
      return new Refusal('limit-of-law', `${pointer}${at}`, values);
    }),
  );
}
