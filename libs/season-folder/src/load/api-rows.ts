import { nameKey } from '@ayni/kernel';
import type { Coop, ShortRules } from '../coop.js';
import { oneLine } from '../field.js';
import { fileShape, recordCode, type Row, type Table } from '../files.js';
import type { SeasonFolder } from '../folder.js';
import { fundsNamedIn } from '../named-funds.js';
import type { Receipt } from '../receipts.js';

/** A row of a request. */
export type ApiRow = Readonly<Record<string, unknown>>;

/** A record in the words of the API. */
export function recordRow<T extends Table>(table: T, row: Row<T>, beforeCodes = ''): ApiRow {
  const { columns, key } = fileShape(table);
  const cells: Readonly<Record<string, string>> = row.cells;
  const fields = Object.entries(columns).flatMap(([column, { name, put }]) => {
    const value = put(cells[column] ?? '');
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
  return { ...(key ? {} : { code: recordCode(table, row, beforeCodes) }), ...Object.fromEntries(fields) };
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

/** A fund that the rules name, with where in `coop.json` it is named first. */
type NamedFund = { readonly row: ApiRow; readonly place: readonly string[] };

/** The funds that the rules name, each once. */
export function fundRows({ ruleSet }: Coop): NamedFund[] {
  const found = new Map<string, NamedFund>();
  const add = (code: string, name: string, place: readonly string[]): void => {
    if (!found.has(nameKey(code))) found.set(nameKey(code), { row: { code, nameEs: oneLine(name) }, place });
  };
  if ('funds' in ruleSet)
    ruleSet.funds.forEach(({ code, name }, i) => add(code, name, ['ruleSet', 'funds', String(i), 'code']));
  else for (const { fund, place } of fundsNamedIn(ruleSet.whole)) add(fund, fund, ['ruleSet', ...place]);
  return [...found.values()];
}

/** Where in `coop.json` stands what a fund was refused for. */
export const placeOfFund = ({ place }: NamedFund, [name = '']: readonly string[]): readonly string[] =>
  name === 'nameEs' && place.at(-1) === 'code' ? [...place.slice(0, -1), 'name'] : place;

/** The season with the rules that the assembly voted; in the short form each fund is a step of the result, advances are set off. */
export function seasonRow({ coop: { season, cashUnit, ruleSet }, season: code }: SeasonFolder): ApiRow {
  return {
    code,
    name: oneLine(season.name),
    from: season.from,
    to: season.to,
    cashUnit,
    ruleSet: 'funds' in ruleSet ? spelledOut(ruleSet) : ruleSet.whole,
  };
}

const spelledOut = ({ code, funds, bases }: ShortRules): ApiRow => ({
  code,
  steps: funds.map(({ code: fund, percent, rounding }) => ({ kind: 'fund', fund, percent, of: 'result', rounding })),
  bases,
  offsets: { order: ['advance'] },
});

/** Where in `coop.json` stands what a season was refused for. */
export function placeInSeason(place: readonly string[], { ruleSet }: Coop): readonly string[] {
  const [first = '', second, index = '', name = ''] = place;
  if ('funds' in ruleSet && first === 'ruleSet' && second === 'steps')
    return ['ruleSet', 'funds', index, ...(name === '' ? [] : [name === 'fund' ? 'code' : name])];
  if (first === 'code') return ['season', 'name'];
  return first === 'ruleSet' || first === 'cashUnit' ? place : ['season', ...place];
}
