import type { RuleSet } from '@ayni/distribution';
import { addDays, nameKey, refuseAny, Refusal, type Day } from '@ayni/kernel';
import { withFunds, type KeptFund } from './fund.js';

type NamedFund = Pick<KeptFund, 'code' | 'retiredOn'>;

/** The codes of a co-op's registered funds: one that rules write in several ways is one fund, under its code. */
export class FundNames {
  private readonly known: ReadonlyMap<string, NamedFund>;

  /** @param registered all funds of the co-op */
  constructor(registered: readonly NamedFund[]) {
    this.known = new Map(registered.map((fund) => [nameKey(fund.code), fund]));
  }

  /**
   * The rules with each fund under its code.
   * @param until the day after the last one on which they hold
   * @param pointer the place of the rules in the request
   * @throws Refusals `unknown-fund` with the known ones, `retired`
   */
  inRules(rules: RuleSet, until: Day, pointer: string): RuleSet {
    const refused: Refusal[] = [];
    const found = withFunds(rules, (named, at) => {
      const code = this.codeOf(named, until, `${pointer}${at}`);
      if (typeof code === 'string') return code;
      refused.push(code);
      return named;
    });
    refuseAny(refused);
    return found;
  }

  private codeOf(named: string, until: Day, pointer: string): string | Refusal {
    const fund = this.known.get(nameKey(named));
    if (!fund) {
      const inUse = [...this.known.values()].filter(({ retiredOn }) => retiredOn === null).map(({ code }) => code);
      return new Refusal('unknown-fund', pointer, { fund: named, known: inUse.join(', ') || '–' });
    }
    const { code, retiredOn } = fund;
    if (retiredOn !== null && until > addDays(retiredOn, 1))
      return new Refusal('retired', pointer, { code, retiredOn });
    return code;
  }
}
