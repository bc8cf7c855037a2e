import { useId, type ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { useDays } from '../hooks/use-days.js';
import { say } from '../words/say.js';
import { DayInput } from './day-input.js';
import type { Choice } from './field.js';

/** What a list is narrowed by. It stands in the address: whoever follows that sees the same. */
export function useFilter(name: string, otherwise = ''): [value: string, choose: (value: string) => void] {
  const [params, setParams] = useSearchParams();
  const choose = (value: string): void =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        after.set(name, value);
        return after;
      },
      { replace: true },
    );
  return [params.get(name) ?? otherwise, choose];
}

/** A part of a query for a filter: left out where it narrows nothing. */
export const narrowed = <Name extends string>(name: Name, value: string): { readonly [name in Name]?: string } =>
  // an object of one name
  value === '' ? {} : ({ [name]: value } as { readonly [name in Name]: string });

export const Filters = ({ children }: { children: ReactNode }): ReactNode => (
  <div className="fields filters no-print">{children}</div>
);

type FilterProps = {
  readonly label: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
};

export function DayFilter({ label, value, onChoose }: FilterProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <DayInput id={id} value={value} onDay={onChoose} />
    </div>
  );
}

/** Narrows what is already there by what is typed. */
export function TextFilter({ label, value, onChoose }: FilterProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="search" value={value} onChange={(event) => onChoose(event.target.value)} />
    </div>
  );
}

/** @param none what is said where it narrows nothing: `Todas`, of ferias */
export function ChoiceFilter({
  label,
  value,
  onChoose,
  choices,
  none,
}: FilterProps & { choices: readonly Choice[]; none: string }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{none}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** From which day to which; the last month where nothing is chosen. */
export function DaysFilter() {
  const { from, to } = useDays();
  const [, chooseFrom] = useFilter('desde');
  const [, chooseTo] = useFilter('hasta');
  return (
    <>
      <DayFilter label={say('forms.from')} value={from} onChoose={chooseFrom} />
      <DayFilter label={say('forms.to')} value={to} onChoose={chooseTo} />
    </>
  );
}
