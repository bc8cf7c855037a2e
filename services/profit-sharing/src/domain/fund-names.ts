import type { RuleSet } from '@ayni/distribution';
import { nameKey, Refusal } from '@ayni/kernel';

/** The codes of a co-op's registered funds: one that rules write in several ways is one fund, under its code. */
export class FundNames {
  private readonly codes: ReadonlyMap<string, string>;

  /** @param registered the codes of all funds */
  constructor(registered: Iterable<string>) {
    this.codes = new Map([...registered].map((code) => [nameKey(code), code]));
  }

  /**
   * The rules with each fund under its code.
   * @param pointer the place of the rules in the request
   * @throws Refusal `unknown-fund` with the known ones
   */
  inRules(rules: RuleSet, pointer: string): RuleSet {
    const { steps, lossOrder } = rules;
    return {
      ...rules,
      steps: steps.map((step, i) => {
        if (step.kind === 'cover-losses') return step;
        const fund = this.codeOf(step.fund, `${pointer}/steps/${i}/fund`);
        if (step.kind === 'restore' || step.excessTo === undefined) return { ...step, fund };
        const excessTo = step.excessTo.map((code, j) => this.codeOf(code, `${pointer}/steps/${i}/excessTo/${j}`));
        return { ...step, fund, excessTo };
      }),
      ...(lossOrder === undefined
        ? {}
        : {
            lossOrder: lossOrder.map((loss, i) => {
              return { ...loss, fund: this.codeOf(loss.fund, `${pointer}/lossOrder/${i}/fund`) };
            }),
          }),
    };
  }

  private codeOf(named: string, pointer: string): string {
    const code = this.codes.get(nameKey(named));
    if (code === undefined)
      throw new Refusal('unknown-fund', pointer, { fund: named, known: [...this.codes.values()].join(', ') || '–' });
    return code;
  }
}
