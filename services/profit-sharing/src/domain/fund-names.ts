import type { RuleSet } from '@ayni/distribution';
import { nameKey, readText } from '@ayni/kernel';

/** The funds that rules name, in their order. */
export const fundsNamedIn = ({ steps, lossOrder = [] }: RuleSet): string[] => [
  ...steps.flatMap((step) =>
    step.kind === 'cover-losses' ? [] : [step.fund, ...(step.kind === 'fund' ? (step.excessTo ?? []) : [])],
  ),
  ...lossOrder.map(({ fund }) => fund),
];

/** The names of a co-op's funds: one that is written in several ways is one fund, under the name that it had first. */
export class FundNames {
  private readonly names = new Map<string, string>();

  /** @param known as the rules of earlier seasons named them, the first first */
  constructor(known: Iterable<string>) {
    for (const name of known) if (!this.names.has(nameKey(name))) this.names.set(nameKey(name), name);
  }

  /** The rules with each fund under its one name; names that are new are known from then on. */
  inRules(rules: RuleSet): RuleSet {
    const { steps, lossOrder } = rules;
    return {
      ...rules,
      steps: steps.map((step) => {
        if (step.kind === 'cover-losses') return step;
        const fund = this.nameOf(step.fund);
        if (step.kind === 'restore' || step.excessTo === undefined) return { ...step, fund };
        return { ...step, fund, excessTo: step.excessTo.map((name) => this.nameOf(name)) };
      }),
      ...(lossOrder === undefined
        ? {}
        : { lossOrder: lossOrder.map((loss) => ({ ...loss, fund: this.nameOf(loss.fund) })) }),
    };
  }

  private nameOf(name: string): string {
    const known = this.names.get(nameKey(name)) ?? readText(name);
    this.names.set(nameKey(name), known);
    return known;
  }
}
