import type { RuleSet } from '@ayni/distribution';
import { nameKey, readText, type Day } from '@ayni/kernel';
import { usualFundName } from '@ayni/rule-sets';

/** A fund of the co-op. */
export type Fund = {
  /** By which rules name it. */
  readonly code: string;
  readonly nameEs: string;
  readonly nameEn: string;
  /** What the law of the co-op calls it, such as the article that asks for it; empty where no law does. */
  readonly legalName: string;
};

/** A fund as it is kept: with the last day on which rules may name it. */
export type KeptFund = Fund & { readonly retiredOn: Day | null };

/** The funds that rules name, in their order. */
export const fundsNamedIn = ({ steps, lossOrder = [] }: Pick<RuleSet, 'steps' | 'lossOrder'>): string[] => [
  ...steps.flatMap((step) =>
    step.kind === 'cover-losses' ? [] : [step.fund, ...(step.kind === 'fund' ? (step.excessTo ?? []) : [])],
  ),
  ...lossOrder.map(({ fund }) => fund),
];

/**
 * Rules with their funds under other codes.
 * @param codeOf is given a code and its place in the rules
 */
export function withFunds(rules: RuleSet, codeOf: (code: string, pointer: string) => string): RuleSet {
  const { steps, lossOrder } = rules;
  return {
    ...rules,
    steps: steps.map((step, i) => {
      if (step.kind === 'cover-losses') return step;
      const fund = codeOf(step.fund, `/steps/${i}/fund`);
      if (step.kind === 'restore' || step.excessTo === undefined) return { ...step, fund };
      return { ...step, fund, excessTo: step.excessTo.map((code, j) => codeOf(code, `/steps/${i}/excessTo/${j}`)) };
    }),
    ...(lossOrder === undefined
      ? {}
      : { lossOrder: lossOrder.map((loss, i) => ({ ...loss, fund: codeOf(loss.fund, `/lossOrder/${i}/fund`) })) }),
  };
}

/** Funds as rules of older releases named them, each once, under the code that it had first. */
export function fundsOf(rules: readonly RuleSet[]): Fund[] {
  const funds = new Map<string, Fund>();
  for (const code of rules.flatMap(fundsNamedIn))
    if (!funds.has(nameKey(code))) funds.set(nameKey(code), { code, ...namesOf(code), legalName: '' });
  return [...funds.values()];
}

type Names = Pick<Fund, 'nameEs' | 'nameEn'>;

/** The names of a fund of which not all were written: those that such a fund mostly has, or what its code says. */
export function namesOf(code: string, nameEs?: string, nameEn?: string): Names {
  const usual = usualFundName(nameKey(code));
  const es = nameEs ?? usual?.es ?? plainly(code);
  return { nameEs: es, nameEn: nameEn ?? usual?.en ?? es };
}

/** A code as a name: `fondo-de-agua` is `Fondo de agua`. */
function plainly(code: string): string {
  const plain = readText(code.replaceAll(/[-_]+/g, ' '));
  return plain === '' ? code : plain.charAt(0).toUpperCase() + plain.slice(1);
}
