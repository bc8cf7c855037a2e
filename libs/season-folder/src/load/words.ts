import type { Coop } from '../coop.js';
import { recordCode, type Row, type Table } from '../files.js';
import type { Receipt } from '../receipts.js';

/** A record in the words of the API. */
export type ApiRow = Readonly<Record<string, unknown>>;

/** How a table's records are put to the API. */
export type Words<T extends Table> = { readonly path: string; readonly row: (row: Row<T>) => ApiRow };

/** The API keeps a text on one line. */
const oneLine = (text: string): string => text.replace(/\s*[\t\r\n]+\s*/g, ' ').trim();

export const WORDS: { readonly [T in Exclude<Table, 'sales'>]: Words<T> } = {
  households: {
    path: '/api/members/v1/households',
    row: ({ cells: { code, name, community } }) => ({ code, name: oneLine(name), community: oneLine(community) }),
  },
  members: {
    path: '/api/members/v1/members',
    row: ({ cells }) => ({
      number: cells.number,
      givenNames: oneLine(cells.given_names),
      surnames: oneLine(cells.surnames),
      sex: cells.sex,
      birthYear: Number(cells.birth_year),
      household: cells.household,
      joinedOn: cells.joined_on,
      ...(cells.left_on === '' ? {} : { leftOn: cells.left_on }),
    }),
  },
  products: {
    path: '/api/inventory/v1/products',
    row: ({ cells: { code, name, stock_unit } }) => ({ code, name: oneLine(name), stockUnit: stock_unit }),
  },
  units: {
    path: '/api/inventory/v1/units',
    row: ({ cells }) => ({
      product: cells.product,
      unit: cells.unit,
      factor: cells.factor_to_stock_unit,
      validFrom: cells.valid_from,
    }),
  },
  structures: {
    path: '/api/production/v1/structures',
    row: ({ cells: { code, name, kind, area_m2 } }) => ({ code, name: oneLine(name), kind, areaM2: area_m2 }),
  },
  grants: {
    path: '/api/profit-sharing/v1/grants',
    row: ({ cells }) => ({
      code: cells.code,
      funder: oneLine(cells.funder),
      purpose: oneLine(cells.purpose),
      amount: cells.amount,
      receivedOn: cells.received_on,
      restricted: cells.restricted === 'yes',
    }),
  },
  harvests: {
    path: '/api/production/v1/harvests',
    row: ({ cells }) => ({
      code: cells.code,
      harvestedAt: cells.harvested_at,
      structure: cells.structure,
      product: cells.product,
      quantity: cells.quantity,
      unit: cells.unit,
      homeUse: cells.home_use,
    }),
  },
  deliveries: {
    path: '/api/inventory/v1/deliveries',
    row: ({ cells }) => ({
      code: cells.code,
      deliveredAt: cells.delivered_at,
      member: cells.member,
      product: cells.product,
      quantity: cells.quantity,
      unit: cells.unit,
      unitPrice: cells.unit_price,
    }),
  },
  losses: {
    path: '/api/inventory/v1/losses',
    row: (row) => ({
      code: recordCode('losses', row),
      lostAt: row.cells.recorded_at,
      product: row.cells.product,
      quantity: row.cells.quantity,
      unit: row.cells.unit,
      reason: oneLine(row.cells.reason),
    }),
  },
  work: {
    path: '/api/production/v1/work',
    row: (row) => ({
      code: recordCode('work', row),
      workedOn: row.cells.worked_on,
      member: row.cells.member,
      activity: oneLine(row.cells.activity),
      minutes: Number(row.cells.minutes),
      ...(row.cells.structure === '' ? {} : { structure: row.cells.structure }),
    }),
  },
  care: {
    path: '/api/production/v1/care',
    row: (row) => ({
      code: recordCode('care', row),
      workedOn: row.cells.worked_on,
      member: row.cells.member,
      activity: oneLine(row.cells.activity),
      minutes: Number(row.cells.minutes),
    }),
  },
  expenses: {
    path: '/api/profit-sharing/v1/expenses',
    row: ({ cells }) => ({
      code: cells.code,
      spentOn: cells.spent_on,
      category: oneLine(cells.category),
      amount: cells.amount,
      fundedBy: cells.funded_by,
    }),
  },
  advances: {
    path: '/api/profit-sharing/v1/advances',
    row: (row) => ({
      code: recordCode('advances', row),
      paidOn: row.cells.paid_on,
      member: row.cells.member,
      amount: row.cells.amount,
      note: oneLine(row.cells.note),
    }),
  },
};

/** A receipt in the words of the API. */
export function saleRow({ receipt, lines }: Receipt): ApiRow {
  const first = lines[0]?.cells;
  if (first === undefined) throw new Error(`receipt ${receipt} has no line`);
  return {
    receipt,
    soldAt: first.sold_at,
    market: oneLine(first.market),
    payment: first.payment,
    lines: lines.map(({ cells }) => ({
      product: cells.product,
      quantity: cells.quantity,
      unit: cells.unit,
      unitPrice: cells.unit_price,
    })),
  };
}

export const marketRow = (name: string): ApiRow => ({ name: oneLine(name) });

/** The season with the rules that the assembly voted: each fund is a step of the result, advances are set off. */
export function seasonRow({ season, cashUnit, ruleSet }: Coop): ApiRow {
  return {
    code: seasonCode(season.name),
    name: oneLine(season.name),
    from: season.from,
    to: season.to,
    cashUnit,
    ruleSet: {
      code: ruleSet.code,
      steps: ruleSet.funds.map(({ code, percent, rounding }) => ({
        kind: 'fund',
        fund: code,
        percent,
        of: 'result',
        rounding,
      })),
      bases: ruleSet.bases,
      offsets: { order: ['advance'] },
    },
  };
}

/** The code of a season: the years of its name where it has them, or else its name. */
export const seasonCode = (name: string): string => /\d{4}(?:-\d{2,4})?/.exec(name)?.[0] ?? slug(name, 'season');

/** The code of a co-op from its name: what people write when they sign in. */
export const coopCode = (name: string): string => slug(name, 'coop');

function slug(text: string, otherwise: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40)
      .replace(/-$/, '') || otherwise
  );
}
