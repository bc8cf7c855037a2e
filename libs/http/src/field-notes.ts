import 'reflect-metadata';
import type { Named } from '@ayni/database/names';

/** What a field holds: it decides the column that keeps it and how it is told. */
export type FieldKind =
  | 'text'
  | 'code' // a name by which something is called, told apart without case
  | 'quantity' // as it was written, in a unit of its product
  | 'amount' // in the currency's smallest units, told as decimal text
  | 'stock-quantity' // grams or pieces, told as text
  | 'whole'
  | 'yes-no'
  | 'day'
  | 'instant'
  | 'list'
  | 'part';

export type Field = {
  readonly name: string;
  readonly kind: FieldKind;
  readonly optional: boolean;
  /** What it says where it is left out. */
  readonly empty?: string | number;
  /** Whether null stands for something that is not there. */
  readonly nullable?: boolean;
  /** What it calls by a name, where that is something else that the service knows. */
  readonly of?: Named;
  /** Whether it says one of a few things, or several of them, which have words of their own. */
  readonly isChoice?: boolean;
  /** The class of the parts that it holds, where it holds some. */
  readonly part?: () => new () => object;
  /** Two things that it may say, far apart; none where only its own reader knows. Of its parts that is asked of them. */
  readonly mayBe?: () => Pair;
};

/** Two values of a field. */
export type Pair = readonly [unknown, unknown];

const FIELDS = 'ayni:fields';

/** Notes what the decorated field holds, beside how it is checked and described. */
export const noteField =
  (field: Omit<Field, 'name'>): PropertyDecorator =>
  (target, name) => {
    if (typeof name !== 'string') throw new Error('a field has a name');
    Reflect.defineMetadata(FIELDS, [...notesOf(target), { name, ...field }], target);
  };

/** The fields of a class that field decorators stand on, in the order in which they are written. */
export const fieldsOf = (type: abstract new () => object): readonly Field[] => notesOf(type.prototype);

function notesOf(prototype: object): readonly Field[] {
  const notes: unknown = Reflect.getMetadata(FIELDS, prototype);
  return Array.isArray(notes) ? notes : [];
}

/** Notes the fields of a class that was made of another's. */
export function noteFields(type: abstract new () => object, fields: readonly Field[]): void {
  Reflect.defineMetadata(FIELDS, fields, type.prototype);
}

/** Names a class that was made; the description of the API knows it by that. */
export function nameClass(type: abstract new () => object, name: string): void {
  Object.defineProperty(type, 'name', { value: name });
}
