import { fieldOf } from '@ayni/kernel';
import { useId, type ReactNode } from 'react';
import { useWho } from '../hooks/use-who.js';
import { dayInShort } from '../words/dates.js';
import { inFigures, inMoney, signOf } from '../words/money.js';
import { say } from '../words/say.js';
import { AmountField } from './amount-field.js';
import { ChoiceField, DayField, TextField, type Choice } from './field.js';
import type { Column } from './table.js';

/** A field of a dated fact: how it is asked for, listed, and narrowed by. */
export type FactField<Name extends string = string> = {
  /** As the API calls it, in what is sent and in what is listed. */
  readonly name: Name;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  /** Where false it is only asked for. */
  readonly listed?: boolean;
  /** Where false it is only listed: the page asks for it beneath the others. */
  readonly asked?: boolean;
} & (
  | { readonly kind: 'count' }
  | { readonly kind: 'money'; readonly onAmount?: (amount: string | undefined) => void }
  | { readonly kind: 'day'; readonly onChoose?: (day: string) => void }
  /** With what was written before, to choose from. */
  | { readonly kind: 'text'; readonly before?: readonly string[] }
  | {
      readonly kind: 'choice';
      readonly choices: readonly Choice[];
      /** What a code is called that is no longer offered. */
      readonly nameOf?: (code: string) => string;
      /** Under which name the address narrows the list by it; it does not where left out. */
      readonly filter?: string;
      /** What is said where the list is not narrowed by it; `Todos` where left out. */
      readonly none?: string;
      /** What is chosen unless somebody chooses otherwise. */
      readonly first?: string;
      readonly onChoose?: (value: string) => void;
    }
);

/** What stands in a field of a record, as text: empty where nothing does. */
export function textIn(row: unknown, name: string): string {
  const value = fieldOf(row, name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A field as it is filled in; a refusal of what stands at `at` in the body stands here. */
export function FactInput({
  field,
  first,
  at = `/rows/0/${field.name}`,
}: {
  field: FactField;
  first: string | undefined;
  at?: string;
}) {
  const { places, currency } = useWho().coop;
  const listId = useId();
  const { name, label, hint, optional = false } = field;
  const labelled = { name, label, at, ...(hint === undefined ? {} : { hint }) };
  const given = first === undefined ? {} : { defaultValue: first };
  switch (field.kind) {
    case 'money':
      return (
        <AmountField
          {...{ ...labelled, ...given, places }}
          unit={signOf(currency)}
          required={!optional}
          onAmount={(amount) => field.onAmount?.(amount)}
        />
      );
    case 'count':
      return <TextField {...labelled} {...given} type="number" min={1} step={1} required={!optional} />;
    case 'day':
      return <DayField {...labelled} {...given} required={!optional} onDay={(day) => field.onChoose?.(day)} />;
    case 'text':
      return (
        <>
          <TextField {...labelled} {...given} list={listId} required={!optional} />
          <datalist id={listId}>
            {(field.before ?? []).map((text) => (
              <option key={text} value={text} />
            ))}
          </datalist>
        </>
      );
    case 'choice':
      return (
        <ChoiceField
          {...labelled}
          {...(field.first === undefined ? {} : { defaultValue: field.first })}
          {...given}
          choices={field.choices}
          required={!optional}
          {...(field.onChoose === undefined ? {} : { onChoose: field.onChoose })}
        />
      );
  }
}

/** A field as it is listed. */
export function factColumn<Row>(field: FactField, currency: string): Column<Row> {
  const isNumber = field.kind === 'money' || field.kind === 'count';
  return {
    head: field.label,
    cell: (row): ReactNode => shown(field, textIn(row, field.name), currency),
    by: (row) => {
      const text = textIn(row, field.name);
      return text === '' ? null : field.kind === 'choice' ? shown(field, text, currency) : text;
    },
    ...(isNumber ? { number: true } : {}),
  };
}

function shown(field: FactField, text: string, currency: string): string {
  if (text === '') return '–';
  switch (field.kind) {
    case 'money':
      return inMoney(text, currency);
    case 'count':
      return inFigures(text);
    case 'day':
      return dayInShort(text);
    case 'text':
      return text;
    case 'choice':
      return field.choices.find(({ value }) => value === text)?.label ?? field.nameOf?.(text) ?? text;
  }
}

/** What every record may be called by: a number that stands on paper, or one that it is given. */
export const codeField = (): FactField<'code'> => ({
  ...{ name: 'code', kind: 'text', label: say('facts.code'), hint: say('facts.codeHint'), optional: true },
});
