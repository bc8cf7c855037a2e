import type { Type } from '@nestjs/common';
import { OmitType } from '@nestjs/swagger';
import { fieldsOf, noteFields } from '@ayni/http/field-notes';
import type { Told } from '@ayni/http/told';

/** What a client sends of a row: its fields in JSON form, without what the books add. */
export type Sent<Row, Adds extends keyof Row> = { readonly [Field in Exclude<keyof Row, Adds>]: Told<Row[Field]> };

/** The class of what a client sends of a row: its fields without what the books add, checked as JSON. */
export function sentClass<Row extends object, Adds extends Extract<keyof Row, string>>(
  row: new () => Row,
  adds: readonly Adds[],
): Type<Sent<Row, Adds>> {
  const added = new Set<string>(adds);
  // in JSON form: the decorators of an amount ask for text
  const sent = OmitType(row, adds) as Type<unknown> as Type<Sent<Row, Adds>>;
  noteFields(
    sent,
    fieldsOf(row).filter(({ name }) => !added.has(name)),
  );
  return sent;
}
