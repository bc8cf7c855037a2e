import { isReadable, readText } from '@ayni/kernel';
import { ValidateBy } from 'class-validator';

/** The name of {@link IsReadable} among the rules of a field. */
export const READABLE = 'readable';

/** Says of a field that it is read as text, and that all of it can be read; also of what an object or a list holds. */
export const IsReadable = (): PropertyDecorator =>
  ValidateBy({
    name: READABLE,
    validator: { validate: isReadableDeep, defaultMessage: () => 'no control signs and none that nobody sees' },
  });

function isReadableDeep(value: unknown): boolean {
  if (typeof value === 'string') return isReadable(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, held]) => isReadable(name) && isReadableDeep(held));
}

/** A value with each text in it as every door reads it. */
export function withTextsRead(value: unknown): unknown {
  if (typeof value === 'string') return readText(value);
  if (Array.isArray(value)) return value.map(withTextsRead);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, withTextsRead(held)]));
}
