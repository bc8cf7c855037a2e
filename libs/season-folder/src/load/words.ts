import { nameKey } from '@ayni/kernel';
import type { Coop } from '../coop.js';
import { oneLine } from '../field.js';
import { fileShape, recordCode, type Row, type Table } from '../files.js';
import type { Receipt } from '../receipts.js';

/** A row of a request. */
export type ApiRow = Readonly<Record<string, unknown>>;

/** A record in the words of the API. */
export function recordRow<T extends Table>(table: T, row: Row<T>): ApiRow {
  const { columns, key } = fileShape(table);
  const cells: Readonly<Record<string, string>> = row.cells;
  const fields = Object.entries(columns).flatMap(([column, { name, put }]) => {
    const value = put(cells[column] ?? '');
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
  return { ...(key ? {} : { code: recordCode(table, row) }), ...Object.fromEntries(fields) };
}

/** What the lines of a receipt share; the rest is of each. */
const OF_RECEIPT = ['receipt', 'soldAt', 'market', 'payment'];

/** A receipt in the words of the API. */
export function saleRow({ receipt, lines }: Receipt): ApiRow {
  const rows = lines.map((line) => Object.entries(recordRow('sales', line)));
  const [first] = rows;
  if (first === undefined) throw new Error(`receipt ${receipt} has no line`);
  const shared = ([name]: [string, unknown]): boolean => OF_RECEIPT.includes(name);
  return {
    ...Object.fromEntries(first.filter(shared)),
    lines: rows.map((fields) => Object.fromEntries(fields.filter((field) => !shared(field)))),
  };
}

export const marketRow = (name: string): ApiRow => ({ name: oneLine(name) });

/** The funds that the rules name, each once, with its place among theirs. */
export function fundRows({ ruleSet }: Coop): { readonly row: ApiRow; readonly index: number }[] {
  const found = new Map<string, { row: ApiRow; index: number }>();
  ruleSet.funds.forEach(({ code, name }, index) => {
    if (!found.has(nameKey(code))) found.set(nameKey(code), { row: { code, nameEs: oneLine(name) }, index });
  });
  return [...found.values()];
}

/** Where in `coop.json` stands what a fund was refused for. @param index which of the rules' funds it is */
export const placeOfFund = (index: number, [name = '']: readonly string[]): readonly string[] => [
  ...['ruleSet', 'funds', String(index)],
  name === 'nameEs' ? 'name' : 'code',
];

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

/** Where in `coop.json` stands what a season was refused for. */
export function placeInSeason(place: readonly string[]): readonly string[] {
  const [first = '', second, index = '', name = ''] = place;
  if (first === 'ruleSet' && second === 'steps')
    return ['ruleSet', 'funds', index, ...(name === '' ? [] : [name === 'fund' ? 'code' : name])];
  if (first === 'code') return ['season', 'name'];
  return first === 'ruleSet' || first === 'cashUnit' ? place : ['season', ...place];
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
