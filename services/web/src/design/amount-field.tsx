import { useEffect, useRef, useState, type ReactNode } from 'react';
import { inFigures, readAmount } from '../words/money.js';
import { say } from '../words/say.js';
import { FieldBox, useField, useRestored } from './field.js';
import { typedOf, useForm } from './form.js';

type AmountFieldProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly at?: string;
  /** How many decimals it may have. */
  readonly places: number;
  /** What stands before it, such as `Bs`. */
  readonly unit?: string;
  readonly defaultValue?: string;
  readonly required?: boolean;
  readonly onAmount?: (amount: string | undefined) => void;
};

/**
 * An amount or a quantity, typed as people type it. It says back what it understood, and sends that: a text with a point,
 * never a float.
 */
export function AmountField({
  name,
  label,
  hint,
  at,
  places,
  unit,
  defaultValue,
  required = true,
  onAmount,
}: AmountFieldProps) {
  const { id, fault, draft, described } = useField({ name, ...(at === undefined ? {} : { at }) });
  const first = draft ?? defaultValue;
  const before = useForm().draftOf(typedOf(name));
  const [typed, setTyped] = useState(before ?? (first === undefined ? '' : inFigures(first)));
  const input = useRef<HTMLInputElement>(null);
  const understood = typed.trim() === '' ? undefined : readAmount(typed, places);
  const amount = understood && 'amount' in understood ? understood.amount : undefined;
  const ask = understood && 'ask' in understood ? understood.ask : undefined;
  const wrong =
    typed.trim() === '' || amount !== undefined
      ? ''
      : ask === undefined
        ? say('forms.notAnAmount')
        : say('forms.askThousand', { thousand: ask.thousand, decimals: ask.decimals });
  useRestored(draft, () => onAmount?.(amount));
  // while she types it may yet become an amount; what she finds again as she left it does not by itself
  const found = fault ?? (wrong !== '' && (ask !== undefined || typed === before) ? wrong : undefined);

  useEffect(() => input.current?.setCustomValidity(wrong), [wrong]);
  useEffect(() => {
    const form = input.current?.form;
    const empty = (): void => setTyped('');
    form?.addEventListener('reset', empty);
    return () => form?.removeEventListener('reset', empty);
  }, []);

  const change = (text: string): void => {
    setTyped(text);
    const read = readAmount(text, places);
    onAmount?.(read && 'amount' in read ? read.amount : undefined);
  };
  const said = amount === undefined ? undefined : `${unit === undefined ? '' : `${unit} `}${inFigures(amount)}`;
  return (
    <FieldBox
      id={id}
      label={unit === undefined ? label : `${label} (${unit})`}
      hint={said === undefined ? hint : say('forms.understood', { amount: said })}
      fault={found}
    >
      <input
        {...described}
        aria-invalid={found === undefined ? undefined : true}
        ref={input}
        id={id}
        data-name={name}
        className="amount"
        inputMode="decimal"
        autoComplete="off"
        required={required}
        value={typed}
        onChange={(event) => change(event.target.value)}
      />
      <input type="hidden" name={name} value={amount ?? ''} />
    </FieldBox>
  );
}
