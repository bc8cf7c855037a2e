import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Field, FieldKind } from '@ayni/http/field-notes';
import { amountSql } from '@ayni/http/listing';
import { FactEntity } from './fact.entity.js';

const COLUMN_TYPES = {
  text: 'text',
  code: 'text',
  quantity: 'text',
  amount: 'bigint',
  'stock-quantity': 'bigint',
  whole: 'int',
  'yes-no': 'boolean',
  day: 'date',
  instant: 'timestamptz',
  // of words; parts have a table of their own
  list: 'jsonb',
} as const satisfies Partial<Record<FieldKind, string>>;

/** A field of a row, and the column that keeps it. */
export type Kept = { readonly field: string; readonly kind: keyof typeof COLUMN_TYPES; readonly column: string };

const isKept = (kind: FieldKind): kind is Kept['kind'] => Object.hasOwn(COLUMN_TYPES, kind);

/** The columns that keep `fields`: each in snake case, but for those that `named` names. */
export const keptColumns = (fields: readonly Field[], named: Readonly<Record<string, string>> = {}): readonly Kept[] =>
  fields.flatMap(({ name, kind, part }) =>
    isKept(kind) && part === undefined ? [{ field: name, kind, column: named[name] ?? snakeCase(name) }] : [],
  );

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The entity of a fact's table; code and day are there whatever the fact calls them. */
export function factEntity(table: string, kept: readonly Kept[]): new () => FactEntity {
  class Fact extends FactEntity {}
  addColumns(
    Fact,
    kept.filter(({ column }) => column !== 'code' && column !== 'day'),
  );
  Entity(table)(Fact);
  return Fact;
}

/** A part of a fact: the co-op, the fact's code, and its number. */
export abstract class PartEntity {
  coopId!: string;
  code!: string;
  line!: number;
}

/** The entity of the table of a fact's parts. */
export function partEntity(table: string, of: string, kept: readonly Kept[]): new () => PartEntity {
  class Part extends PartEntity {}
  PrimaryColumn('uuid', { name: 'coop_id' })(Part.prototype, 'coopId');
  PrimaryColumn('text', { name: of })(Part.prototype, 'code');
  PrimaryColumn('int')(Part.prototype, 'line');
  addColumns(
    Part,
    kept.filter(({ column }) => column !== 'line'),
  );
  Entity(table)(Part);
  return Part;
}

function addColumns(entity: new () => object, kept: readonly Kept[]): void {
  for (const { field, kind, column } of kept)
    Column({ type: COLUMN_TYPES[kind], name: column })(entity.prototype, field);
}

/** `SELECT` list that gives each field its value as the domain has it. */
export const selected = (kept: readonly Kept[], computed: Readonly<Record<string, string>> = {}): string =>
  [
    ...kept.map(({ field, column }) => `f."${column}" AS "${field}"`),
    ...Object.entries(computed).map(([field, sql]) => `${sql} AS "${field}"`),
  ].join(', ');

/** What a list shows of a field, in SQL. */
export const shownColumn = (kind: FieldKind, sql: string): string => (kind === 'amount' ? amountSql(sql) : sql);
