import type { RuleSet } from '@ayni/distribution';
import { addDays, nameKey, Refusal, type Day } from '@ayni/kernel';
import type { KeptFund } from './fund.js';

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
   * @throws Refusal `unknown-fund` with the known ones, `retired`
   */
  inRules(rules: RuleSet, until: Day, pointer: string): RuleSet {
    const { steps, lossOrder } = rules;
    const codeOf = (named: string, at: string): string => this.codeOf(named, until, at);
    return {
      ...rules,
      steps: steps.map((step, i) => {
        if (step.kind === 'cover-losses') return step;
        const fund = codeOf(step.fund, `${pointer}/steps/${i}/fund`);
        if (step.kind === 'restore' || step.excessTo === undefined) return { ...step, fund };
        const excessTo = step.excessTo.map((code, j) => codeOf(code, `${pointer}/steps/${i}/excessTo/${j}`));
        return { ...step, fund, excessTo };
      }),
      ...(lossOrder === undefined
        ? {}
        : {
            lossOrder: lossOrder.map((loss, i) => {
              return { ...loss, fund: codeOf(loss.fund, `${pointer}/lossOrder/${i}/fund`) };
            }),
          }),
    };
  }

  private codeOf(named: string, until: Day, pointer: string): string {
    const fund = this.known.get(nameKey(named));
    if (!fund) {
      const inUse = [...this.known.values()].filter(({ retiredOn }) => retiredOn === null).map(({ code }) => code);
      throw new Refusal('unknown-fund', pointer, { fund: named, known: inUse.join(', ') || '–' });
    }
    const { code, retiredOn } = fund;
    if (retiredOn !== null && until > addDays(retiredOn, 1)) throw new Refusal('retired', pointer, { code, retiredOn });
    return code;
  }
}
