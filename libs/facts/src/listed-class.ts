import type { Type } from '@nestjs/common';
import { IntersectionType, OmitType } from '@nestjs/swagger';
import { fieldsOf, nameClass, noteFields } from '@ayni/http/field-notes';
import { CountField, InstantField, TextField } from '@ayni/http/fields';
import type { Instant } from '@ayni/kernel';
import type { InBooks, Standing } from './declaration.js';

/** What the books say of every fact. */
class Recorded implements InBooks {
  @TextField(64, { description: 'who entered it' }) recordedBy!: string;
  @InstantField({ description: 'when it was entered' }) recordedAt!: Instant;
  @TextField(500, { nullable: true, description: 'why it was taken back, where it was' }) reversal!: string | null;
  @TextField(64, { nullable: true, description: 'who took it back' }) reversedBy!: string | null;
  @InstantField({ nullable: true, description: 'when it was taken back' }) reversedAt!: Instant | null;
}

/**
 * The class of a row of a fact's list: the fact as it stands in the books.
 * @param parts a field whose parts the list only counts
 */
export function listedClass<Row extends object>(row: Type<Row>, parts: string | undefined): Type<Standing<Row>> {
  const shown: Type<object> = parts === undefined ? row : countOf(row, parts);
  const listed: Type<object> = IntersectionType(shown, Recorded);
  nameClass(listed, `${row.name}Row`);
  noteFields(listed, [...fieldsOf(shown), ...fieldsOf(Recorded)]);
  // the fields of both, by the decorators that stand on them
  return listed as Type<Standing<Row>>;
}

/** The class of a fact with its parts, as it stands in the books. */
export function standingClass<Row extends object>(row: Type<Row>): Type<Standing<Row>> {
  const fact: Type<object> = row;
  const standing: Type<object> = IntersectionType(fact, Recorded);
  nameClass(standing, `Standing${row.name}`);
  noteFields(standing, [...fieldsOf(fact), ...fieldsOf(Recorded)]);
  return standing as Type<Standing<Row>>;
}

function countOf(row: Type<object>, parts: string): Type<object> {
  const counted: Type<object> = OmitType(row, [parts as never]);
  CountField({ description: `how many ${parts} it has` })(counted.prototype, parts);
  const count = fieldsOf(counted);
  noteFields(
    counted,
    fieldsOf(row).flatMap((field) => (field.name === parts ? count : [field])),
  );
  return counted;
}
