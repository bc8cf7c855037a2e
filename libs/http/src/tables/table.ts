import { fieldLabel, isThere, type Language } from '@ayni/kernel';
import { fieldsOf, type Field, type FieldKind } from '../field-notes.js';

/** What a cell holds. What has parts of its own is no cell: it takes columns and rows. */
export type Cell = string | number | boolean | null;

/** What the cells of a column are; `words` are several in one cell, with blanks between them. */
export type CellKind = Exclude<FieldKind, 'list' | 'part'> | 'words';

/** A column of a table: the field of a row, or that of its parts, such as `lines.product`. */
export type Column = {
  readonly name: string;
  readonly field: string;
  readonly of: string;
  readonly kind: CellKind;
  readonly isChoice: boolean;
};

type Read = (row: object, part: object | undefined) => unknown;

/** The list of a total whose rows are the rows of its table. */
const ITEMS = 'items';

/**
 * How rows of a class stand in a spreadsheet: a column for each field. A row that holds parts, such as the lines of a receipt,
 * takes a row for each of them, in which its own fields are repeated; what is free in its form, such as rules, is left out.
 */
export class Table {
  readonly columns: readonly Column[];
  private readonly reads: readonly Read[];
  private readonly parts: string | undefined;

  /** @throws Error where the class holds two lists of parts, or parts that hold some */
  constructor(type: abstract new () => object) {
    const fields = fieldsOf(type);
    const lists = fields.filter(({ kind, part }) => kind === 'list' && part !== undefined);
    if (lists.length > 1) throw new Error(`${type.name} holds several lists, a table one`);
    this.parts = lists[0]?.name;
    const columns = fields.flatMap((field) => columnsOf(field));
    this.columns = columns.map(({ column }) => column);
    this.reads = columns.map(({ read }) => read);
  }

  /** What stands over the columns, in the order in which they stand. */
  header(language: Language): string[] {
    const labels = this.columns.map(({ field }) => fieldLabel(field, language));
    // the quantity of a movement and that of its lots
    return this.columns.map(({ field, of }, i) => {
      const label = labels[i] ?? field;
      const isTwice = of !== '' && this.columns.some((other) => other.of === '' && other.field === field);
      return isTwice ? `${label} (${fieldLabel(of, language)})` : label;
    });
  }

  /** The rows of the table that something takes: one, or one for each of its parts. */
  rowsOf(row: object): Cell[][] {
    const held: unknown = this.parts === undefined ? undefined : Reflect.get(row, this.parts);
    const parts: readonly object[] = Array.isArray(held) ? held : [];
    if (parts.length === 0) return this.parts === ITEMS ? [] : [this.cells(row, undefined)];
    return parts.map((part) => this.cells(row, part));
  }

  private cells(row: object, part: object | undefined): Cell[] {
    return this.reads.map((read) => cellOf(read(row, part)));
  }
}

function columnsOf(
  { name, kind, part, isChoice = false }: Field,
  within = '',
): { readonly column: Column; readonly read: Read }[] {
  const called = within === '' || within === ITEMS ? name : `${within}.${name}`;
  const of = within === ITEMS ? '' : within;
  const read: Read = (row, held) => valueOf(within === '' ? row : held, name);
  switch (kind) {
    case 'list':
      if (part === undefined) return [{ column: { name: called, field: name, of, kind: 'words', isChoice }, read }];
      if (within !== '') throw new Error(`${called} is a list within another`);
      return fieldsOf(part()).flatMap((field) => columnsOf(field, name));
    case 'part':
      if (part === undefined) return [];
      if (within !== '') throw new Error(`${called} has parts within others`);
      return fieldsOf(part()).flatMap((field) =>
        columnsOf(field, name).map(({ column, read: readPart }) => ({
          column,
          read: (row: object) => readPart(row, objectIn(row, name)),
        })),
      );
    case 'text':
    case 'code':
    case 'quantity':
    case 'amount':
    case 'stock-quantity':
    case 'whole':
    case 'yes-no':
    case 'day':
    case 'instant':
      return [{ column: { name: called, field: name, of, kind, isChoice }, read }];
  }
}

const valueOf = (row: object | undefined, field: string): unknown =>
  row === undefined ? undefined : Reflect.get(row, field);

function objectIn(row: object, field: string): object | undefined {
  const value: unknown = Reflect.get(row, field);
  return typeof value === 'object' && value !== null ? value : undefined;
}

/** @throws Error for what is no cell: the class says otherwise than its rows */
function cellOf(value: unknown): Cell {
  if (!isThere(value)) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value) && value.every((word) => typeof word === 'string')) return value.join(' ');
  throw new Error('a cell of a table holds neither a list nor an object');
}
