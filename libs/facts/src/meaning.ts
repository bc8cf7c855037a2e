import { fieldsOf, type Field } from '@ayni/http/field-notes';
import { nameKey, parseInstant, parseQuantity, readText } from '@ayni/kernel';

/**
 * What the fields of a class say in a row, in whatever way they are written: `1` and `1.00` are one quantity. Two rows
 * of one meaning have one text.
 */
export const meaningOf = (type: new () => object, row: object): string => JSON.stringify(meanings(type, row));

const meanings = (type: new () => object, row: object): unknown[] =>
  fieldsOf(type).map((field) => meaning(field, Reflect.get(row, field.name) ?? null));

function meaning({ kind, part }: Field, value: unknown): unknown {
  if (part && Array.isArray(value)) return value.map((one: object) => meanings(part(), one));
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'string') return value;
  if (kind === 'quantity') return parseQuantity(value).units.toString();
  if (kind === 'instant') return parseInstant(value);
  return kind === 'code' ? nameKey(value) : readText(value);
}
