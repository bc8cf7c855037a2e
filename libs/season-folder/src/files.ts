import { readText } from '@ayni/kernel';
import { FLAG, line, LINE_NUMBER, open, PAYS, plain, READ_APART, whole, type Field } from './field.js';

/** How a file is read and put to the API. */
type FileShape = {
  /** The route that takes its records; the lines of `sales.csv` become receipts on the way. */
  readonly path: string;
  /** How each column is put to the API; in the file it may stand anywhere. */
  readonly columns: Readonly<Record<string, Field>>;
  /** The columns that tell its records apart; without any, a record is known by its number in the file. */
  readonly key?: readonly string[];
  /** Whether a folder may be without it. */
  readonly isOpen?: true;
  /** Whether the folder of a later season of a book has its records once more, with those that are new. */
  readonly isKept?: true;
  /** The columns that name a record of another file. */
  readonly names?: Readonly<Record<string, string>>;
};

/** The tables of a season's folder, in the order in which they are read, loaded and their mistakes shown. */
export const FILES = {
  households: {
    path: '/api/members/v1/households',
    columns: { code: plain('code'), name: line('name'), community: open(line('community')), pays: PAYS },
    key: ['code'],
    isKept: true,
  },
  members: {
    path: '/api/members/v1/members',
    columns: {
      number: plain('number'),
      given_names: line('givenNames'),
      surnames: line('surnames'),
      sex: plain('sex'),
      birth_year: whole('birthYear'),
      household: plain('household'),
      joined_on: plain('joinedOn'),
      left_on: open(plain('leftOn')),
    },
    key: ['number'],
    isKept: true,
    names: { household: 'households' },
  },
  products: {
    path: '/api/inventory/v1/products',
    columns: { code: plain('code'), name: line('name'), stock_unit: plain('stockUnit') },
    key: ['code'],
    isKept: true,
  },
  units: {
    path: '/api/inventory/v1/units',
    columns: {
      product: plain('product'),
      unit: plain('unit'),
      factor_to_stock_unit: plain('factor'),
      valid_from: plain('validFrom'),
    },
    key: ['product', 'unit', 'valid_from'],
    isKept: true,
    names: { product: 'products' },
  },
  structures: {
    path: '/api/production/v1/structures',
    columns: { code: plain('code'), name: line('name'), kind: plain('kind'), area_m2: open(plain('areaM2')) },
    key: ['code'],
    isKept: true,
  },
  grants: {
    path: '/api/profit-sharing/v1/grants',
    columns: {
      code: plain('code'),
      funder: line('funder'),
      purpose: open(line('purpose')),
      amount: plain('amount'),
      received_on: plain('receivedOn'),
      restricted: { ...FLAG, name: 'restricted' },
    },
    key: ['code'],
  },
  harvests: {
    path: '/api/production/v1/harvests',
    columns: {
      code: plain('code'),
      harvested_at: plain('harvestedAt'),
      structure: plain('structure'),
      product: plain('product'),
      quantity: plain('quantity'),
      unit: plain('unit'),
      home_use: open(plain('homeUse')),
    },
    key: ['code'],
    names: { structure: 'structures', product: 'products' },
  },
  deliveries: {
    path: '/api/inventory/v1/deliveries',
    columns: {
      code: plain('code'),
      delivered_at: plain('deliveredAt'),
      member: plain('member'),
      product: plain('product'),
      quantity: plain('quantity'),
      unit: plain('unit'),
      unit_price: plain('unitPrice'),
    },
    key: ['code'],
    names: { member: 'members', product: 'products' },
  },
  losses: {
    path: '/api/inventory/v1/losses',
    columns: {
      recorded_at: plain('lostAt'),
      product: plain('product'),
      quantity: plain('quantity'),
      unit: plain('unit'),
      reason: line('reason'),
    },
    names: { product: 'products' },
  },
  work: {
    path: '/api/production/v1/work',
    columns: {
      worked_on: plain('workedOn'),
      member: plain('member'),
      activity: line('activity'),
      minutes: whole('minutes'),
      structure: open(plain('structure')),
      confirmed: FLAG,
    },
    names: { member: 'members', structure: 'structures' },
  },
  care: {
    path: '/api/production/v1/care',
    columns: {
      worked_on: plain('workedOn'),
      member: plain('member'),
      activity: line('activity'),
      minutes: whole('minutes'),
    },
    names: { member: 'members' },
  },
  expenses: {
    path: '/api/profit-sharing/v1/expenses',
    columns: {
      code: plain('code'),
      spent_on: plain('spentOn'),
      category: line('category'),
      amount: plain('amount'),
      funded_by: open(plain('fundedBy')),
    },
    key: ['code'],
    names: { funded_by: 'grants' },
  },
  advances: {
    path: '/api/profit-sharing/v1/advances',
    columns: { paid_on: plain('paidOn'), member: plain('member'), amount: plain('amount'), note: open(line('note')) },
    names: { member: 'members' },
  },
  certificates: {
    path: '/api/profit-sharing/v1/certificates',
    columns: {
      code: plain('code'),
      bought_on: plain('boughtOn'),
      member: plain('member'),
      count: whole('count'),
      value_each: plain('valueEach'),
      given_up_on: READ_APART,
    },
    key: ['code'],
    isOpen: true,
    isKept: true,
    names: { member: 'members' },
  },
  loans: {
    path: '/api/profit-sharing/v1/loans',
    columns: {
      code: plain('code'),
      paid_on: plain('paidOn'),
      member: plain('member'),
      amount: plain('amount'),
      note: open(line('note')),
    },
    key: ['code'],
    isOpen: true,
    names: { member: 'members' },
  },
  fines: {
    path: '/api/profit-sharing/v1/fines',
    columns: {
      code: plain('code'),
      imposed_on: plain('imposedOn'),
      member: plain('member'),
      amount: plain('amount'),
      note: open(line('note')),
    },
    key: ['code'],
    isOpen: true,
    names: { member: 'members' },
  },
  repayments: {
    path: '/api/profit-sharing/v1/repayments',
    columns: {
      code: plain('code'),
      paid_on: plain('paidOn'),
      member: READ_APART,
      debt: plain('debt'),
      amount: plain('amount'),
    },
    key: ['code'],
    isOpen: true,
    names: { member: 'members' },
  },
  'fund-uses': {
    path: '/api/profit-sharing/v1/fund-uses',
    columns: {
      code: plain('code'),
      used_on: plain('usedOn'),
      fund: plain('fund'),
      amount: plain('amount'),
      purpose: line('purpose'),
    },
    key: ['code'],
    isOpen: true,
  },
  sales: {
    path: '/api/sales/v1/sales',
    columns: {
      receipt: plain('receipt'),
      line: LINE_NUMBER,
      sold_at: plain('soldAt'),
      market: line('market'),
      product: plain('product'),
      quantity: plain('quantity'),
      unit: plain('unit'),
      unit_price: plain('unitPrice'),
      payment: plain('payment'),
    },
    key: ['receipt', 'line'],
    names: { product: 'products' },
  },
} as const satisfies Readonly<Record<string, FileShape>>;

/** A table by its file's name without `.csv`. */
export type Table = keyof typeof FILES;
export type Column<T extends Table> = string & keyof (typeof FILES)[T]['columns'];

const isTable = (name: string): name is Table => name in FILES;
export const TABLES: readonly Table[] = Object.keys(FILES).filter(isTable);

/** The columns that a header may leave out. */
export const openColumnsOf = (table: Table): ReadonlySet<string> =>
  new Set(Object.entries(fileShape(table).columns).flatMap(([column, { isOpen }]) => (isOpen ? [column] : [])));

export const fileOf = (table: Table): string => `${table}.csv`;

/** What is said of a table, whichever it is. */
export const fileShape = (table: Table): FileShape => FILES[table];

/** The columns of a table, in the order in which its header is written. */
export const columnsOf = (table: Table): readonly string[] => Object.keys(FILES[table].columns);

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
  const columns = columnsOf(table);
  if (texts.length !== columns.length)
    throw new Error(`${texts.length} texts for ${columns.length} columns of ${table}`);
  const cells: Record<string, string> = {};
  columns.forEach((column, index) => (cells[column] = readText(texts[index] ?? '')));
  return { cells: cells as Row<T>['cells'], number, from }; // every column of the table was given its text
}

/** What tells a record apart from the others of its file. */
export const keyOf = (table: Table, cells: Readonly<Record<string, string>>): string | undefined =>
  fileShape(table)
    .key?.map((column) => cells[column] ?? '')
    .join(' ');

/** The code of a record whose table has none of its own, such as `losses-17`; in a book of years its season stands before it. */
export const recordCode = (table: Table, row: { readonly number: number }, before = ''): string =>
  `${before}${table}-${row.number}`;
