import { CalendarDays } from 'lucide-react';
import { useEffect, useRef, type InputHTMLAttributes } from 'react';
import { say } from '../words/say.js';
import { dayFrom, dayInField, timeFrom } from '../words/typed-day.js';

type Described = Pick<InputHTMLAttributes<HTMLInputElement>, 'aria-describedby' | 'aria-invalid'>;

export type DayInputProps = {
  readonly id?: string;
  readonly name?: string;
  /** What stands in it, where the page keeps it, as `2026-03-02`. */
  readonly value?: string;
  readonly defaultValue?: string;
  /** What somebody had typed when she left, whether it was a day yet or not. */
  readonly typedBefore?: string | undefined;
  readonly required?: boolean;
  readonly min?: string;
  readonly max?: string;
  /** A whole day was typed or pressed, or what stood there was taken out (then it is empty). */
  readonly onDay?: (day: string) => void;
} & Described;

/**
 * A day, day first whatever the language of the browser, to type or to press in the browser's own calendar. The calendar holds
 * the day as it is sent; what is typed is beside it.
 */
export function DayInput({
  id,
  name,
  value,
  defaultValue,
  typedBefore,
  required,
  min,
  max,
  onDay,
  ...described
}: DayInputProps) {
  const typed = useRef<HTMLInputElement>(null);
  const calendar = useRef<HTMLInputElement>(null);
  const first = value ?? defaultValue ?? '';
  const range = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };

  useEffect(() => {
    if (value === undefined || calendar.current?.value === value) return;
    if (calendar.current !== null) calendar.current.value = value;
    if (typed.current === null) return;
    typed.current.value = dayInField(value);
    typed.current.setCustomValidity('');
  }, [value]);

  useEffect(() => {
    const field = typed.current;
    field?.setCustomValidity(faultOf(field.value, dayFrom(field.value) ?? '', { min, max }));
  }, [min, max]);

  const take = (field: HTMLInputElement): void => {
    const day = dayFrom(field.value) ?? '';
    const fault = faultOf(field.value, day, { min, max });
    field.setCustomValidity(fault);
    if (calendar.current !== null) calendar.current.value = fault === '' ? day : '';
    if (fault === '') onDay?.(day);
  };

  return (
    <span className="day-input">
      <input
        {...described}
        ref={typed}
        id={id}
        data-name={name}
        inputMode="numeric"
        autoComplete="off"
        placeholder={say('forms.dayAs')}
        defaultValue={typedBefore ?? dayInField(first)}
        required={required}
        onInput={({ currentTarget, nativeEvent }) => {
          divide(currentTarget, nativeEvent, /^(\d{2}|\d{1,2}\/\d{2})$/, '/');
          take(currentTarget);
        }}
        onBlur={({ currentTarget }) => {
          const day = dayFrom(currentTarget.value);
          if (day !== undefined) currentTarget.value = dayInField(day);
        }}
      />
      <input
        ref={calendar}
        type="date"
        name={name}
        {...range}
        defaultValue={first}
        tabIndex={-1}
        aria-hidden
        onInput={({ currentTarget }) => {
          if (typed.current === null) return;
          typed.current.value = dayInField(currentTarget.value);
          take(typed.current);
        }}
      />
      <button
        type="button"
        className="button bare fades"
        aria-label={say('forms.calendar')}
        onClick={() => calendar.current?.showPicker()}
      >
        <CalendarDays aria-hidden />
      </button>
    </span>
  );
}

/** A time of day with 24 hours, whatever the language of the browser. */
export function TimeInput({
  id,
  name,
  defaultValue,
  required,
  ...described
}: Omit<DayInputProps, 'onDay' | 'value' | 'typedBefore'>) {
  return (
    <input
      {...described}
      id={id}
      name={name}
      inputMode="numeric"
      autoComplete="off"
      placeholder={say('forms.timeAs')}
      defaultValue={defaultValue}
      required={required}
      onInput={({ currentTarget, nativeEvent }) => {
        divide(currentTarget, nativeEvent, /^\d{2}$/, ':');
        const isTime = currentTarget.value === '' || timeFrom(currentTarget.value) !== undefined;
        currentTarget.setCustomValidity(isTime ? '' : say('forms.notATime'));
      }}
      onBlur={({ currentTarget }) => {
        currentTarget.value = timeFrom(currentTarget.value) ?? currentTarget.value;
      }}
    />
  );
}

/** Puts in the sign that many phones do not show beside figures, once what stands before it is whole. */
function divide(field: HTMLInputElement, event: Event, whole: RegExp, sign: string): void {
  const isTyped = event instanceof InputEvent && event.inputType === 'insertText';
  if (isTyped && whole.test(field.value)) field.value += sign;
  // who typed it too wanted one
  else if (field.value.endsWith(sign + sign)) field.value = field.value.slice(0, -1);
}

function faultOf(
  typed: string,
  day: string,
  { min, max }: { min?: string | undefined; max?: string | undefined },
): string {
  if (typed.trim() === '') return '';
  if (day === '') return say('forms.notADay');
  if (min !== undefined && day < min) return say('forms.notBefore', { day: dayInField(min) });
  if (max !== undefined && day > max) return say('forms.notAfter', { day: dayInField(max) });
  return '';
}
