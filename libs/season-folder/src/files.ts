/** The tables of a season's folder and their columns; a column may stand anywhere in its file. */
export const FILES = {
  households: ['code', 'name', 'community'],
  members: ['number', 'given_names', 'surnames', 'sex', 'birth_year', 'household', 'joined_on', 'left_on'],
  products: ['code', 'name', 'stock_unit'],
  units: ['product', 'unit', 'factor_to_stock_unit', 'valid_from'],
  structures: ['code', 'name', 'kind', 'area_m2'],
  grants: ['code', 'funder', 'purpose', 'amount', 'received_on', 'restricted'],
  harvests: ['code', 'harvested_at', 'structure', 'product', 'quantity', 'unit', 'home_use'],
  deliveries: ['code', 'delivered_at', 'member', 'product', 'quantity', 'unit', 'unit_price'],
  losses: ['recorded_at', 'product', 'quantity', 'unit', 'reason'],
  work: ['worked_on', 'member', 'activity', 'minutes', 'structure', 'confirmed'],
  care: ['worked_on', 'member', 'activity', 'minutes'],
  expenses: ['code', 'spent_on', 'category', 'amount', 'funded_by'],
  advances: ['paid_on', 'member', 'amount', 'note'],
  sales: ['receipt', 'line', 'sold_at', 'market', 'product', 'quantity', 'unit', 'unit_price', 'payment'],
} as const;

/** A table by its file's name without `.csv`. */
export type Table = keyof typeof FILES;
export type Column<T extends Table> = (typeof FILES)[T][number];

/** The tables in the order in which they are checked, loaded and their mistakes shown. */
export const TABLES: readonly Table[] = [
  'households',
  'members',
  'products',
  'units',
  'structures',
  'grants',
  'harvests',
  'deliveries',
  'losses',
  'work',
  'care',
  'expenses',
  'advances',
  'sales',
];

export const fileOf = (table: Table): string => `${table}.csv`;

/** One record of a table. */
export type Row<T extends Table> = {
  readonly cells: Readonly<Record<Column<T>, string>>;
  /** Its place among the table's records, from 1; the header and blank lines do not count. */
  readonly number: number;
  /** The byte of the file at which the record begins (blank lines may stand before it). */
  readonly from: number;
};

/** A record from its texts in the order of the table's columns. */
export function rowOf<T extends Table>(table: T, texts: readonly string[], number: number, from: number): Row<T> {
  const columns: readonly string[] = FILES[table];
  if (texts.length !== columns.length)
    throw new Error(`${texts.length} texts for ${columns.length} columns of ${table}`);
  const cells: Record<string, string> = {};
  columns.forEach((column, index) => (cells[column] = texts[index] ?? ''));
  return { cells: cells as Row<T>['cells'], number, from }; // every column of the table was given its text
}

/** The code of a record whose table has none of its own, such as `losses-17`. */
export const recordCode = (table: Table, row: { readonly number: number }): string => `${table}-${row.number}`;
