import type { RuleSet } from '@ayni/distribution';
import { nameKey } from '@ayni/kernel';

/** A fund of the co-op. */
export type Fund = {
  /** By which rules name it. */
  readonly code: string;
  readonly nameEs: string;
  readonly nameEn: string;
  /** What the law of the co-op calls it, such as the article that asks for it; empty where no law does. */
  readonly legalName: string;
};

/** The funds that rules name, in their order. */
export const fundsNamedIn = ({ steps, lossOrder = [] }: RuleSet): string[] => [
  ...steps.flatMap((step) =>
    step.kind === 'cover-losses' ? [] : [step.fund, ...(step.kind === 'fund' ? (step.excessTo ?? []) : [])],
  ),
  ...lossOrder.map(({ fund }) => fund),
];

/** Funds as rules of older releases named them, each once, under the code that it had first. */
export function fundsOf(rules: readonly RuleSet[]): Fund[] {
  const funds = new Map<string, Fund>();
  for (const code of rules.flatMap(fundsNamedIn))
    if (!funds.has(nameKey(code))) funds.set(nameKey(code), { code, ...namesOf(code), legalName: '' });
  return [...funds.values()];
}

const NAMES: Readonly<Record<string, Pick<Fund, 'nameEs' | 'nameEn'>>> = {
  'legal-reserve': { nameEs: 'Reserva legal', nameEn: 'Legal reserve' },
  education: { nameEs: 'Fondo de educación', nameEn: 'Education fund' },
  social: { nameEs: 'Fondo de previsión social', nameEn: 'Social welfare fund' },
};

type Names = Pick<Fund, 'nameEs' | 'nameEn'>;

/** The names of a fund of which not all were written: those that such a fund mostly has, or what was written. */
export function namesOf(code: string, nameEs?: string, nameEn?: string): Names {
  const usual = Object.entries(NAMES).find(([known]) => known === nameKey(code))?.[1];
  const es = nameEs ?? usual?.nameEs ?? code;
  return { nameEs: es, nameEn: nameEn ?? usual?.nameEn ?? es };
}
