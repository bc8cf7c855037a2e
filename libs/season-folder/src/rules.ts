import {
  CODE,
  dayIn,
  inStockUnits,
  lineAmount,
  parseAmount,
  parseDay,
  parseDecimal,
  parseFactor,
  parseInstant,
  parsePositiveQuantity,
  parseQuantity,
  Refusal,
  STOCK_UNITS,
  type Centavos,
  type Day,
  type Decimal,
  type StockQuantity,
  type Zone,
} from '@ayni/kernel';
import type { Column, Row, Table } from './files.js';
import { shown } from './mistake.js';
import type { Register } from './register.js';

/** Tells what is wrong with a cell of the record at hand. */
export type Say<T extends Table> = (column: Column<T>, what: string) => void;

/** A record of work is of one day. */
const MINUTES_MAX = 1_440;

/** Looks at one record; what it says is wrong with it, what it learns goes into the register. */
export type Rule<T extends Table> = (row: Row<T>, say: Say<T>) => void;

/** What every rule may lean on. */
export type Ground = {
  readonly register: Register;
  /** Where the co-op's own calendar could not be read, days of instants are not checked. */
  readonly zone: Zone | undefined;
  /** How many the amounts of the co-op's currency have. */
  readonly places: number;
  readonly today: Day;
  /** Tables that could not be read to their end: what refers to them is not held against a record. */
  readonly unread: ReadonlySet<Table>;
};

const KINDS = ['greenhouse', 'plot', 'pen'];
const SEXES = ['F', 'M', 'X'];
const PAYMENTS = ['cash', 'qr', 'credit'];
const YES_NO = ['yes', 'no'];

/** Signs that steer a terminal and have no place in a text; line breaks are let pass and become blanks. */
const CONTROL = /[^\P{Cc}\t\r\n]/u;
const LONGEST_TEXT = 200;

/** The rule of every table. */
export function rulesOf(ground: Ground): { readonly [T in Table]: Rule<T> } {
  const { register, zone, places, today, unread } = ground;
  const amount = (text: string): Centavos => parseAmount(text, places);

  return {
    households: (row, say) => {
      const cell = cells(row, say);
      once(register.households, cell.code('code'), (what) => say('code', what));
      cell.text('name');
      cell.text('community', 'may be empty');
    },

    members: (row, say) => {
      const cell = cells(row, say);
      const number = cell.code('number');
      cell.text('given_names');
      cell.text('surnames');
      cell.oneOf('sex', SEXES);
      cell.whole('birth_year', 1900, Number(today.slice(0, 4)));
      known('household', 'households', register.households, row, say);
      const joinedOn = cell.day('joined_on');
      const leftOn = row.cells.left_on === '' ? undefined : cell.day('left_on');
      if (joinedOn && leftOn && leftOn < joinedOn)
        say('left_on', `she left on ${leftOn}, before she joined on ${joinedOn}`);
      if (number === undefined) return;
      if (register.members.has(number)) say('number', `the number ${number} stands twice in the file`);
      else register.members.add(number);
    },

    products: (row, say) => {
      const cell = cells(row, say);
      const code = cell.code('code');
      cell.text('name');
      cell.oneOf('stock_unit', STOCK_UNITS);
      if (code === undefined) return;
      if (register.products.has(code)) say('code', `the code ${code} stands twice in the file`);
      else register.products.set(code, row.cells.stock_unit === 'piece' ? 'piece' : 'g');
    },

    units: (row, say) => {
      const cell = cells(row, say);
      const product = known('product', 'products', register.products, row, say);
      const unit = cell.code('unit');
      const factor = cell.read('factor_to_stock_unit', parseFactor);
      const validFrom = cell.day('valid_from');
      if (product === undefined || unit === undefined || !factor || !validFrom) return;
      if (!register.addFactor(product, unit, { validFrom, factor })) {
        say('valid_from', `${product} has a factor for ${unit} from ${validFrom} already`);
      }
    },

    structures: (row, say) => {
      const cell = cells(row, say);
      once(register.structures, cell.code('code'), (what) => say('code', what));
      cell.text('name');
      cell.oneOf('kind', KINDS);
      cell.read('area_m2', (text) => parseDecimal(text, 2));
    },

    grants: (row, say) => {
      const cell = cells(row, say);
      once(register.grants, cell.code('code'), (what) => say('code', what));
      cell.text('funder');
      cell.text('purpose', 'may be empty');
      cell.read('amount', amount);
      past('received_on', cell.day('received_on'), say);
      cell.oneOf('restricted', YES_NO);
    },

    harvests: (row, say) => {
      const cell = cells(row, say);
      cell.code('code');
      const day = instant('harvested_at', row, say);
      known('structure', 'structures', register.structures, row, say);
      const quantity = cell.read('quantity', parsePositiveQuantity);
      const homeUse = cell.read('home_use', parseQuantity);
      const whole = measured('quantity', quantity, day, row, say);
      if (whole === undefined || homeUse === undefined) return;
      const home = measured('home_use', homeUse, day, row, say);
      if (home !== undefined && home > whole) {
        say('home_use', `${row.cells.home_use} is more than the harvest of ${row.cells.quantity} ${row.cells.unit}`);
      }
    },

    deliveries: (row, say) => {
      const cell = cells(row, say);
      cell.code('code');
      const day = instant('delivered_at', row, say);
      known('member', 'members', register.members, row, say);
      const quantity = cell.read('quantity', parsePositiveQuantity);
      measured('quantity', quantity, day, row, say);
      priced(quantity, row, say);
    },

    losses: (row, say) => {
      const cell = cells(row, say);
      const day = instant('recorded_at', row, say);
      measured('quantity', cell.read('quantity', parsePositiveQuantity), day, row, say);
      cell.text('reason');
    },

    work: (row, say) => {
      const cell = cells(row, say);
      past('worked_on', cell.day('worked_on'), say);
      known('member', 'members', register.members, row, say);
      cell.text('activity');
      cell.whole('minutes', 1, MINUTES_MAX);
      if (row.cells.structure !== '') known('structure', 'structures', register.structures, row, say);
      cell.oneOf('confirmed', YES_NO);
    },

    care: (row, say) => {
      const cell = cells(row, say);
      past('worked_on', cell.day('worked_on'), say);
      known('member', 'members', register.members, row, say);
      cell.text('activity');
      cell.whole('minutes', 1, MINUTES_MAX);
    },

    expenses: (row, say) => {
      const cell = cells(row, say);
      cell.code('code');
      past('spent_on', cell.day('spent_on'), say);
      cell.text('category');
      cell.read('amount', amount);
      if (row.cells.funded_by !== 'own') known('funded_by', 'grants', register.grants, row, say);
    },

    advances: (row, say) => {
      const cell = cells(row, say);
      past('paid_on', cell.day('paid_on'), say);
      known('member', 'members', register.members, row, say);
      cell.read('amount', amount);
      cell.text('note', 'may be empty');
    },

    sales: (row, say) => {
      const cell = cells(row, say);
      cell.code('receipt');
      cell.whole('line', 1, 1_000_000);
      const day = instant('sold_at', row, say);
      const market = cell.text('market');
      if (market !== undefined) register.markets.add(market);
      const quantity = cell.read('quantity', parsePositiveQuantity);
      measured('quantity', quantity, day, row, say);
      priced(quantity, row, say);
      cell.oneOf('payment', PAYMENTS);
    },
  };

  function once(codes: Set<string>, code: string | undefined, say: (what: string) => void): void {
    if (code === undefined) return;
    if (codes.has(code)) say(`the code ${code} stands twice in the file`);
    codes.add(code);
  }

  function known<T extends Table>(
    column: Column<T>,
    table: 'households' | 'members' | 'products' | 'structures' | 'grants',
    codes: { has(code: string): boolean },
    row: Row<T>,
    say: Say<T>,
  ): string | undefined {
    const code: string = row.cells[column];
    if (codes.has(code)) return code;
    if (!unread.has(table)) say(column, code === '' ? 'is empty' : `${shown(code)} is not in ${table}.csv`);
    return undefined;
  }

  function past<T extends Table>(column: Column<T>, day: Day | undefined, say: Say<T>): Day | undefined {
    if (day === undefined || day <= today) return day;
    say(column, `the day ${day} is in the future`);
    return undefined;
  }

  /** The business day of an instant. */
  function instant<T extends Table>(column: Column<T>, row: Row<T>, say: Say<T>): Day | undefined {
    const at = cells(row, say).read(column, parseInstant);
    return at === undefined || zone === undefined ? undefined : past(column, dayIn(zone, at), say);
  }

  /** `quantity` in stock units by the factor in force on `day`. */
  function measured<T extends 'harvests' | 'deliveries' | 'losses' | 'sales'>(
    column: Column<T>,
    quantity: Decimal | undefined,
    day: Day | undefined,
    row: Row<T>,
    say: Say<T>,
  ): StockQuantity | undefined {
    const { product: code, unit } = productAndUnit(row);
    const stockUnit = register.products.get(code);
    // said once for a record, not again for its home use
    const tell: Say<T> = column === ('home_use' satisfies Column<'harvests'>) ? () => undefined : say;
    if (stockUnit === undefined) {
      if (!unread.has('products')) tell('product', code === '' ? 'is empty' : `${shown(code)} is not in products.csv`);
      return undefined;
    }
    if (!register.hasUnit(code, unit)) {
      if (!unread.has('units')) tell('unit', `units.csv has no unit ${shown(unit)} for ${code}`);
      return undefined;
    }
    if (day === undefined) return undefined;
    const factor = register.factorOn(code, unit, day);
    if (factor === undefined) {
      if (!unread.has('units')) tell('unit', `units.csv has no factor for ${unit} of ${code} in force on ${day}`);
      return undefined;
    }
    if (quantity === undefined) return undefined;
    return cells(row, say).read(column, (text) => inStockUnits(quantity, factor, { quantity: text, unit, stockUnit }));
  }

  function priced<T extends 'deliveries' | 'sales'>(quantity: Decimal | undefined, row: Row<T>, say: Say<T>): void {
    const price = cells(row, say).read('unit_price', amount);
    if (quantity !== undefined && price !== undefined) {
      cells(row, say).read('unit_price', () => lineAmount(quantity, price));
    }
  }
}

function productAndUnit(row: Row<'harvests' | 'deliveries' | 'losses' | 'sales'>): { product: string; unit: string } {
  return row.cells;
}

/** The cells of a record, each read as what it must be; what it is not is said and gives undefined. */
function cells<T extends Table>(row: Row<T>, say: Say<T>) {
  const cell = (column: Column<T>): string => row.cells[column];
  const read = <V>(column: Column<T>, parse: (text: string) => V): V | undefined => {
    const text = cell(column);
    try {
      return parse(text);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      say(column, text === '' ? 'is empty' : `${shown(text)}: ${error.message}`);
      return undefined;
    }
  };
  return {
    read,
    day: (column: Column<T>): Day | undefined => read(column, parseDay),

    code(column: Column<T>): string | undefined {
      const text = cell(column);
      if (CODE.test(text)) return text;
      say(column, text === '' ? 'is empty' : `${shown(text)}: a code has 1 to 64 letters, digits and inner signs`);
      return undefined;
    },

    text(column: Column<T>, empty?: 'may be empty'): string | undefined {
      const text = cell(column);
      if (text.trim() === '' && empty === undefined) say(column, 'is empty');
      else if (CONTROL.test(text)) say(column, `${shown(text)}: a control character does not belong in a text`);
      else if (text.length > LONGEST_TEXT)
        say(column, `the text has ${text.length} characters, more than ${LONGEST_TEXT}`);
      else return text;
      return undefined;
    },

    whole(column: Column<T>, least: number, most: number): void {
      const text = cell(column);
      const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
      if (number >= least && number <= most) return;
      say(column, text === '' ? 'is empty' : `${shown(text)}: write a whole number from ${least} to ${most}`);
    },

    oneOf(column: Column<T>, words: readonly string[]): void {
      const text = cell(column);
      if (!words.includes(text)) say(column, `${shown(text)} is not one of ${words.join(', ')}`);
    },
  };
}
