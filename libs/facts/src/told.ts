import { formatAmount, type Day } from '@ayni/kernel';
import { fieldsOf, type Field } from '@ayni/http/field-notes';
import type { InBooks, Standing, ToldFact } from './declaration.js';

/** A fact in its JSON form, with its day; its amounts with the places of the co-op's books. */
export const told = <Row extends object>(type: new () => Row, fact: Row, day: Day, places: number): ToldFact<Row> =>
  // what the loop below does field by field is what the type says
  ({ ...toldFields(type, fact, places), day }) as ToldFact<Row>;

/** A fact in its JSON form as it stands in the books: who entered it, and who took it back. */
export function toldStanding<Row extends object>(
  type: new () => Row,
  fact: Standing<Row>,
  day: Day,
  places: number,
): ToldFact<Row> & InBooks {
  const { recordedBy, recordedAt, reversal, reversedBy, reversedAt } = fact;
  return { ...told(type, fact, day, places), recordedBy, recordedAt, reversal, reversedBy, reversedAt };
}

const toldFields = (type: new () => object, row: object, places: number): Record<string, unknown> =>
  Object.fromEntries(
    fieldsOf(type).map((field) => [field.name, toldValue(field, Reflect.get(row, field.name), places)]),
  );

function toldValue({ kind, part }: Field, value: unknown, places: number): unknown {
  if (typeof value === 'bigint') return kind === 'amount' ? formatAmount(value, places) : value.toString();
  if (part && Array.isArray(value)) return value.map((row: object) => toldFields(part(), row, places));
  return value;
}
