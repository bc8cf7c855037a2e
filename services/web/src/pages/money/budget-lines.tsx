import { newKey } from '../../api/new-key.js';
import { Button } from '../../design/button.js';
import { FactInput } from '../../design/fact-fields.js';
import { useForm, type Typed } from '../../design/form.js';
import { KeptLines } from '../../design/kept-field.js';
import { useWho } from '../../hooks/use-who.js';
import { inMoney } from '../../words/money.js';
import { decimalOf, unitsOf } from '../../words/reckon.js';
import { say } from '../../words/say.js';

/** A line of a budget that is being typed, and the amount that stands in it now. */
export type TypedLine = { readonly id: string; readonly amount: string };

/** What is sent of the lines of a budget; nothing where there are none. */
export const sentBudget = (
  typed: Typed,
  lines: readonly TypedLine[],
): { readonly lines?: { readonly name: string; readonly amount: string }[] } =>
  lines.length === 0
    ? {}
    : { lines: lines.map(({ id }) => ({ name: typed.text(`name-${id}`), amount: typed.text(`amount-${id}`) })) };

/** The lines of a grant's budget as they are entered: they come to what was agreed. */
export function BudgetLines({
  lines,
  onLines,
}: {
  lines: readonly TypedLine[];
  onLines: (lines: readonly TypedLine[]) => void;
}) {
  const { currency, places } = useWho().coop;
  const { draftOf } = useForm();
  const sum = lines.reduce((total, { amount }) => total + (unitsOf(amount, places) ?? 0n), 0n);
  return (
    <>
      <KeptLines
        name="budgetLines"
        lines={lines}
        onRestored={(ids) => onLines(ids.map((id) => ({ id, amount: draftOf(`amount-${id}`) ?? '' })))}
      />
      {lines.map((line, i) => {
        const { id } = line;
        const n = String(i + 1);
        return (
          <fieldset key={id} className="stack small">
            <legend>{say('money.budgetLineN', { n })}</legend>
            <div className="fields">
              <FactInput
                field={{ name: `name-${id}`, kind: 'text', label: say('money.budgetLineName') }}
                first={undefined}
                at={`/rows/0/lines/${i}/name`}
              />
              <FactInput
                field={{
                  ...{ name: `amount-${id}`, kind: 'money', label: say('money.amount') },
                  onAmount: (amount = '') =>
                    onLines(lines.map((other) => (other.id === id ? { ...other, amount } : other))),
                }}
                first={undefined}
                at={`/rows/0/lines/${i}/amount`}
              />
            </div>
            <div>
              <Button onClick={() => onLines(lines.filter((other) => other.id !== id))}>
                {say('money.removeBudgetLine', { n })}
              </Button>
            </div>
          </fieldset>
        );
      })}
      <div className="row">
        <Button onClick={() => onLines([...lines, { id: newKey(), amount: '' }])}>{say('money.addBudgetLine')}</Button>
        {lines.length === 0 ? null : (
          <strong role="status">
            {say('money.budgetComes', { amount: inMoney(decimalOf(sum, places), currency) })}
          </strong>
        )}
      </div>
    </>
  );
}
