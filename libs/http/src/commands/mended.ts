import { isThere, type Refusal } from '@ayni/kernel';
import { fieldsOf, type Field } from '../field-notes.js';

type Class = new () => object;

/**
 * A row with something in the place of each field that was refused, so that the rest of it can be looked at.
 * @param refusals what is wrong with its fields, with places below the row
 * @param which of the two things that each such field may say
 */
export function mended(row: Class, sent: unknown, refusals: readonly Refusal[], which: 0 | 1): unknown {
  const whole = known(row, sent);
  for (const { pointer } of refusals) mend(row, whole, pointer.split('/').slice(1), which);
  return whole;
}

/** What was sent, without the fields that its class does not name. */
function known(type: Class, sent: unknown): unknown {
  if (!isObject(sent)) return sent;
  const fields = fieldsOf(type).filter(({ name }) => Object.hasOwn(sent, name));
  return Object.fromEntries(
    fields.map(({ name, part }) => {
      const value: unknown = Reflect.get(sent, name);
      if (!part) return [name, value];
      return [name, Array.isArray(value) ? value.map((one) => known(part(), one)) : known(part(), value)];
    }),
  );
}

function mend(type: Class, object: unknown, [step, ...rest]: readonly string[], which: 0 | 1): void {
  const field = fieldsOf(type).find(({ name }) => name === step);
  if (!field || !isObject(object)) return;
  const value: unknown = Reflect.get(object, field.name);
  const [next, ...others] = rest;
  if (!field.part || next === undefined) Reflect.set(object, field.name, sayable(field, which));
  else if (Array.isArray(value)) mend(field.part(), value[Number(next)], others, which);
  else mend(field.part(), value, rest, which);
}

/** Something that a field may say. */
function sayable({ part, kind, mayBe }: Field, which: 0 | 1): unknown {
  if (!part) return mayBe?.()[which];
  const needed = fieldsOf(part()).filter(({ optional }) => !optional);
  const one = Object.fromEntries(needed.map((field) => [field.name, sayable(field, which)]));
  return kind === 'list' ? [one] : one;
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && isThere(value) && !Array.isArray(value);
