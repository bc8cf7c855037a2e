import { fieldOf } from '@ayni/kernel';
import { newKey } from '../../api/new-key.js';
import { Button } from '../../design/button.js';
import { FactInput } from '../../design/fact-fields.js';
import { useForm, type Typed } from '../../design/form.js';
import { KeptLines } from '../../design/kept-field.js';
import { useWho } from '../../hooks/use-who.js';
import { inMoney } from '../../words/money.js';
import { decimalOf, unitsOf } from '../../words/reckon.js';
import { say } from '../../words/say.js';
import { budgetLineField } from './use-budget-line.js';
import type { MoneySource } from './use-sources.js';

/** A line of a paper beyond the first: what it begins with, and the amount that stands in it now. */
export type MoreLine = {
  readonly id: string;
  readonly category: string;
  readonly amount: string;
  readonly fundedBy: string;
  readonly budgetLine: string;
};

const blankLine = (): MoreLine => ({ id: newKey(), category: '', amount: '', fundedBy: 'own', budgetLine: '' });

/** The lines beyond the first of what an address says of a paper that is corrected. */
export function linesIn(text: string | null): readonly MoreLine[] {
  try {
    const lines: unknown = JSON.parse(text ?? '[]');
    return (Array.isArray(lines) ? lines : []).slice(1).map((line: unknown, i) => {
      const textIn = (name: string): string => {
        const value = fieldOf(line, name);
        return typeof value === 'string' ? value : '';
      };
      return {
        ...{ id: String(i), category: textIn('category'), amount: textIn('amount') },
        ...{ fundedBy: textIn('fundedBy'), budgetLine: textIn('budgetLine') },
      };
    });
  } catch {
    return [];
  }
}

type SentLine = {
  readonly category: string;
  readonly amount: string;
  readonly fundedBy: string;
  readonly budgetLine?: string;
};

/** What is sent of a paper with lines beyond the first, which stands in the fields above; nothing where there are none. */
export function sentLines(
  typed: Typed,
  more: readonly MoreLine[],
  places: number,
): { readonly amount: string; readonly lines: SentLine[] } | undefined {
  if (more.length === 0) return undefined;
  const lines = ['', ...more.map(({ id }) => `-${id}`)].map((id) => ({
    category: typed.text(`category${id}`),
    amount: typed.text(`amount${id}`),
    fundedBy: typed.text(`fundedBy${id}`) || 'own',
    ...(typed.text(`budgetLine${id}`) === '' ? {} : { budgetLine: typed.text(`budgetLine${id}`) }),
  }));
  return { amount: sumOf(lines, places), lines };
}

const sumOf = (lines: readonly { readonly amount: string }[], places: number): string =>
  decimalOf(
    lines.reduce((sum, { amount }) => sum + (unitsOf(amount, places) ?? 0n), 0n),
    places,
  );

/** The lines of a paper beyond the first: each for something else, or paid by other money. */
export function ExpenseLines({
  lines,
  first,
  sources,
  categories,
  onLines,
}: {
  lines: readonly MoreLine[];
  /** The amount of the first line. */
  first: string;
  sources: readonly MoneySource[];
  categories: readonly string[];
  onLines: (lines: readonly MoreLine[]) => void;
}) {
  const { currency, places } = useWho().coop;
  const { draftOf } = useForm();
  const change = (line: MoreLine, to: Partial<MoreLine>): void =>
    onLines(lines.map((other) => (other === line ? { ...line, ...to } : other)));
  const restored = (id: string): MoreLine => ({
    ...{ id, category: draftOf(`category-${id}`) ?? '', amount: draftOf(`amount-${id}`) ?? '' },
    ...{ fundedBy: draftOf(`fundedBy-${id}`) ?? 'own', budgetLine: draftOf(`budgetLine-${id}`) ?? '' },
  });
  return (
    <>
      <KeptLines name="moreLines" lines={lines} onRestored={(ids) => onLines(ids.map(restored))} />
      {lines.map((line, i) => (
        <fieldset key={line.id} className="stack small">
          <legend>{say('money.line', { n: String(i + 2) })}</legend>
          <div className="fields">
            <FactInput
              field={{ name: `category-${line.id}`, kind: 'text', label: say('money.category'), before: categories }}
              first={line.category}
              at={`/rows/0/lines/${i + 1}/category`}
            />
            <FactInput
              field={{
                ...{ name: `amount-${line.id}`, kind: 'money', label: say('money.amount') },
                onAmount: (amount = '') => change(line, { amount }),
              }}
              first={line.amount === '' ? undefined : line.amount}
              at={`/rows/0/lines/${i + 1}/amount`}
            />
            <FactInput
              field={{
                ...{ name: `fundedBy-${line.id}`, kind: 'choice', label: say('money.fundedBy'), choices: sources },
                onChoose: (fundedBy) => change(line, { fundedBy }),
              }}
              first={line.fundedBy}
              at={`/rows/0/lines/${i + 1}/fundedBy`}
            />
            <BudgetLine line={line} sources={sources} at={`/rows/0/lines/${i + 1}/budgetLine`} />
          </div>
          <div>
            <Button onClick={() => onLines(lines.filter((other) => other !== line))}>
              {say('money.removeLine', { n: String(i + 2) })}
            </Button>
          </div>
        </fieldset>
      ))}
      <div className="row">
        <Button onClick={() => onLines([...lines, blankLine()])}>{say('money.addLine')}</Button>
        {lines.length === 0 ? null : (
          <strong role="status">
            {say('money.linesCome', { amount: inMoney(sumOf([{ amount: first }, ...lines], places), currency) })}
          </strong>
        )}
      </div>
    </>
  );
}

function BudgetLine({ line, sources, at }: { line: MoreLine; sources: readonly MoneySource[]; at: string }) {
  const field = budgetLineField(`budgetLine-${line.id}`, sources, line.fundedBy);
  return field.asked === true ? <FactInput field={field} first={line.budgetLine} at={at} /> : null;
}
