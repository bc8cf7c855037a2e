import type { Type } from '@nestjs/common';
import { ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { fieldsOf, noteFields } from '@ayni/http/field-notes';
import type { Told } from '@ayni/http/told';

/** What a client sends of a row: its fields in JSON form, without what the books add. */
export type Sent<Row, Adds extends keyof Row> = { readonly [Field in Exclude<keyof Row, Adds>]: Told<Row[Field]> };

/** What fields say that a client leaves out. */
type Empties<Field extends string> = { readonly [Name in Field]?: string | number };

/**
 * The class of what a client sends of a row: its fields without what the books add, checked as JSON.
 * @param empty fields that may be left out, and what they say then
 */
export function sentClass<Row extends object, Adds extends Extract<keyof Row, string>>(
  row: new () => Row,
  adds: readonly Adds[],
  empty: Empties<Extract<keyof Row, string>> = {},
): Type<Sent<Row, Adds>> {
  const added = new Set<string>(adds);
  // in JSON form: the decorators of an amount ask for text
  const sent = OmitType(row, adds) as Type<unknown> as Type<Sent<Row, Adds>>;
  const empties = new Map<string, string | number>(Object.entries(empty));
  noteFields(
    sent,
    fieldsOf(row)
      .filter(({ name }) => !added.has(name))
      .map((field) => {
        const says = empties.get(field.name);
        return says === undefined ? field : { ...field, optional: true, empty: says };
      }),
  );
  for (const name of empties.keys()) {
    ApiPropertyOptional()(sent.prototype, name);
    IsOptional()(sent.prototype, name);
  }
  return sent;
}
