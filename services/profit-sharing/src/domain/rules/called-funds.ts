import type { RuleSet } from '@ayni/distribution';
import { nameKey, type Language, type Translated } from '@ayni/kernel';
import { fundsNamedIn, type Fund } from '../funds/fund.js';

/** What the register called the funds that rules name, by the codes under which these name them. */
export type CalledFunds = Readonly<Record<string, Translated>>;

/** @param registered all funds of the co-op */
export function calledFunds(rules: RuleSet, registered: readonly Fund[]): CalledFunds {
  const known = new Map(registered.map((fund) => [nameKey(fund.code), fund]));
  return Object.fromEntries(
    fundsNamedIn(rules).flatMap((code) => {
      const fund = known.get(nameKey(code));
      return fund ? [[code, { es: fund.nameEs, en: fund.nameEn }]] : [];
    }),
  );
}

/** What people call a fund; its code where nobody has registered it. */
export const fundLabel = (funds: CalledFunds, code: string, language: Language): string =>
  Object.hasOwn(funds, code) ? (funds[code]?.[language] ?? code) : code;
