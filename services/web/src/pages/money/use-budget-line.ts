import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { FactField } from '../../design/fact-fields.js';
import { say } from '../../words/say.js';
import type { MoneySource } from './use-sources.js';

/** The field for a line of the budget of the grant that pays; it is not asked for where that has none. */
export function budgetLineField<Name extends string>(
  name: Name,
  sources: readonly MoneySource[],
  source: string,
): FactField<Name> {
  const lines = sources.find(({ value }) => value === source)?.lines ?? [];
  return {
    ...{ name, kind: 'choice', label: say('money.budgetLine'), hint: say('money.budgetLineHint') },
    ...{ choices: lines.map((line) => ({ value: line, label: line })) },
    ...{ optional: true, listed: false, asked: lines.length > 0 },
  };
}

/** The same of the form of a page, which begins with what the address says: `choose` is told which money is chosen to pay. */
export function useBudgetLine(sources: readonly MoneySource[]) {
  const [params] = useSearchParams();
  const begun = params.get('fundedBy');
  const [chosen, setChosen] = useState<{ readonly of: string | null; readonly source: string }>();
  const source = chosen !== undefined && chosen.of === begun ? chosen.source : (begun ?? 'own');
  return {
    field: budgetLineField('budgetLine', sources, source),
    choose: (money: string) => setChosen({ of: begun, source: money }),
    forget: () => setChosen(undefined),
  };
}

/** A money by its name, and the line of its budget where one is named. */
export const withLine = (source: string, line: string | null | undefined): string =>
  line ? say('money.ofLine', { source, line }) : source;
