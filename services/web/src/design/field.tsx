import { useEffect, useEffectEvent, useId, useState, type InputHTMLAttributes, type ReactNode } from 'react';
import { say } from '../words/say.js';
import { DayInput, TimeInput, type DayInputProps } from './day-input.js';
import { tickOf, typedOf, useForm } from './form.js';

type Labelled = {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** Where in the body it goes, as a JSON pointer: a refusal of that place stands here. */
  readonly at?: string;
};

/** What a field has beside its input: label, hint, and what is wrong. */
export function useField({ name, at = `/${name}` }: Pick<Labelled, 'name' | 'at'>) {
  const id = useId();
  const { faultAt, claim, draftOf } = useForm();
  useEffect(() => claim(at), [at, claim]);
  const fault = faultAt(at, name);
  return {
    id,
    fault,
    draft: draftOf(name),
    described: {
      'aria-describedby': `${id}-hint ${id}-fault`,
      'aria-invalid': fault === undefined ? undefined : true,
    },
  };
}

/** Tells who goes by a field what was typed into it before the page was loaded again: that stands in it, and nobody typed it now. */
export function useRestored(draft: string | undefined, tell: (draft: string) => void): void {
  const restored = useEffectEvent(tell);
  useEffect(() => {
    if (draft !== undefined) restored(draft);
  }, [draft]);
}

/** The frame of a field. */
export function FieldBox({
  id,
  label,
  hint,
  fault,
  children,
}: {
  id: string;
  label: string;
  hint?: ReactNode;
  fault: string | undefined;
  children: ReactNode;
}) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
      <div className="hint" id={`${id}-hint`} hidden={hint === undefined}>
        {hint}
      </div>
      <div className="fault" id={`${id}-fault`} hidden={fault === undefined}>
        {fault}
      </div>
    </div>
  );
}

type TextFieldProps = Labelled &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'name' | 'className' | 'aria-describedby' | 'aria-invalid'>;

/** A line of text, a count, an address. */
export function TextField({ name, label, hint, at, defaultValue, ...input }: TextFieldProps) {
  const { id, fault, draft, described } = useField({ name, ...(at === undefined ? {} : { at }) });
  const first = input.type === 'password' ? undefined : (draft ?? defaultValue);
  return (
    <FieldBox id={id} label={label} hint={hint} fault={fault}>
      <input
        {...input}
        {...described}
        id={id}
        name={name}
        {...(input.value === undefined ? { defaultValue: first } : {})}
      />
    </FieldBox>
  );
}

type DayFieldProps = Labelled & Omit<DayInputProps, 'id' | 'name' | 'typedBefore'>;

/** A day; what is sent of it is `2026-03-02`. */
export function DayField({ name, label, hint, at, defaultValue, ...input }: DayFieldProps) {
  const { id, fault, draft, described } = useField({ name, ...(at === undefined ? {} : { at }) });
  const first = draft ?? defaultValue;
  const typedBefore = useForm().draftOf(typedOf(name));
  useRestored(draft, (day) => input.onDay?.(day));
  return (
    <FieldBox id={id} label={label} hint={hint} fault={fault}>
      <DayInput
        {...input}
        {...described}
        typedBefore={typedBefore}
        {...(first === undefined ? {} : { defaultValue: first })}
        id={id}
        name={name}
      />
    </FieldBox>
  );
}

/** A time of day, `16:00`. */
export function TimeField({ name, label, hint, at, defaultValue, required }: Omit<DayFieldProps, 'onDay' | 'value'>) {
  const { id, fault, draft, described } = useField({ name, ...(at === undefined ? {} : { at }) });
  const first = draft ?? defaultValue;
  return (
    <FieldBox id={id} label={label} hint={hint} fault={fault}>
      <TimeInput
        {...described}
        {...(first === undefined ? {} : { defaultValue: first })}
        {...(required === undefined ? {} : { required })}
        id={id}
        name={name}
      />
    </FieldBox>
  );
}

/** A few lines of text. */
export function LongTextField({
  name,
  label,
  hint,
  at,
  defaultValue,
  rows = 3,
}: Labelled & { defaultValue?: string; rows?: number }) {
  const { id, fault, draft, described } = useField({ name, ...(at === undefined ? {} : { at }) });
  return (
    <FieldBox id={id} label={label} hint={hint} fault={fault}>
      <textarea {...described} id={id} name={name} rows={rows} defaultValue={draft ?? defaultValue} />
    </FieldBox>
  );
}

export type Choice = { readonly value: string; readonly label: string };

type ChoiceFieldProps = Labelled & {
  readonly choices: readonly Choice[];
  readonly defaultValue?: string;
  readonly required?: boolean;
  readonly onChoose?: (value: string) => void;
};

/** One of some. Where nothing is chosen beforehand, the first line asks to choose. */
export function ChoiceField({
  name,
  label,
  hint,
  at,
  choices,
  defaultValue,
  required = true,
  onChoose,
}: ChoiceFieldProps) {
  const { id, fault, draft, described } = useField({ name, ...(at === undefined ? {} : { at }) });
  useRestored(draft, (value) => onChoose?.(value));
  return (
    <FieldBox id={id} label={label} hint={hint} fault={fault}>
      <select
        {...described}
        id={id}
        name={name}
        required={required}
        // the choices may arrive after what is chosen is known
        key={choices.length}
        defaultValue={draft ?? defaultValue ?? ''}
        onChange={(event) => onChoose?.(event.target.value)}
      >
        {defaultValue === undefined || !required ? <option value="">{say('forms.choose')}</option> : null}
        {choices.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </FieldBox>
  );
}

/** Yes or no. */
export function CheckField({
  name,
  label,
  value,
  defaultChecked,
}: {
  name: string;
  label: string;
  value?: string;
  defaultChecked?: boolean;
}) {
  const id = useId();
  const kept = useForm().draftOf(tickOf(name, value));
  const first = kept === undefined ? defaultChecked : kept === 'true';
  return (
    <div className="field check">
      <input type="checkbox" id={id} name={name} value={value} defaultChecked={first} />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}

/** A word or more in a field that people can see as they type, and hide again. */
export function PasswordField({
  name,
  label,
  hint,
  at,
  autoComplete,
}: Labelled & { autoComplete: 'current-password' | 'new-password' }) {
  const { id, fault, described } = useField({ name, ...(at === undefined ? {} : { at }) });
  const [shown, setShown] = useState(false);
  return (
    <FieldBox id={id} label={label} hint={hint} fault={fault}>
      <div className="row tight">
        <input
          {...described}
          id={id}
          name={name}
          type={shown ? 'text' : 'password'}
          autoComplete={autoComplete}
          required
        />
        <button type="button" className="button bare" aria-pressed={shown} onClick={() => setShown(!shown)}>
          {say('forms.showPassword')}
        </button>
      </div>
    </FieldBox>
  );
}
