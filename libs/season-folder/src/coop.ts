import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TextDecoder } from 'node:util';
import { parseCurrency, parseDay, parseZone, Refusal, type Currency, type Day, type Zone } from '@ayni/kernel';
import { JsonMistake, parseJson, type Json } from './json.js';
import { shown, type Mistake } from './mistake.js';

/** A fund that takes its percent of the result. */
export type Fund = {
  readonly code: string;
  readonly name: string;
  readonly percent: string;
  readonly rounding: string;
};
export type Basis = { readonly basis: string; readonly percent: string };

/**
 * What `coop.json` says: the co-op, its season and the rules that the assembly voted. Whether they can be is judged by the
 * API.
 */
export type Coop = {
  readonly name: string;
  readonly currency: Currency;
  readonly zone: Zone;
  /** Both days belong to the season. */
  readonly season: { readonly name: string; readonly from: Day; readonly to: Day };
  readonly cashUnit: string;
  readonly ruleSet: ShortRules | WholeRules;
};

/** Rules that put some funds first and share the rest. */
export type ShortRules = {
  readonly code: string;
  readonly funds: readonly Fund[];
  readonly bases: readonly Basis[];
};

/** Rules in the words of the case document. */
export type WholeRules = { readonly whole: Readonly<Record<string, unknown>> };

const FILE = 'coop.json';

/** Reads `coop.json`; what is wrong with it goes to `report`, and then there is no co-op. */
export async function readCoop(folder: string, report: (mistake: Mistake) => void): Promise<Coop | undefined> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(join(folder, FILE)));
  } catch (error) {
    const what = error instanceof TypeError ? 'the file is not UTF-8' : 'the file is missing or cannot be read';
    report({ file: FILE, line: 1, column: 1, what });
    return undefined;
  }
  let good = true;
  const say = (offset: number, what: string, field?: string): void => {
    report({ file: FILE, ...positionIn(text, offset), what, ...(field ? { field } : {}) });
    good = false;
  };
  try {
    const coop = coopOf(parseJson(text), say);
    return good ? coop : undefined;
  } catch (error) {
    if (!(error instanceof JsonMistake)) throw error;
    say(error.offset, error.message);
    return undefined;
  }
}

/** What is wrong with a part of `coop.json`, or else with what holds it. @param path such as `ruleSet`, `bases`, `0`, `percent` */
export async function mistakeInCoop(folder: string, path: readonly string[], what: string): Promise<Mistake> {
  const text = await readFile(join(folder, FILE), 'utf8');
  let at = parseJson(text);
  const found: string[] = [];
  for (const name of path) {
    const { value } = at;
    const next = value instanceof Map ? value.get(name) : Array.isArray(value) ? value[Number(name)] : undefined;
    if (next === undefined) break;
    at = next;
    found.push(Array.isArray(value) ? `[${name}]` : found.length > 0 ? `.${name}` : name);
  }
  const field = found.join('');
  const said = typeof at.value === 'string' ? `${shown(at.value)}: ` : '';
  return { file: FILE, ...positionIn(text, at.offset), ...(field ? { field } : {}), what: said + what };
}

function positionIn(text: string, offset: number): Pick<Mistake, 'line' | 'column'> {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 };
}

type Say = (offset: number, what: string, field?: string) => void;
type Fields = ReadonlyMap<string, Json>;

function coopOf(document: Json, say: Say): Coop | undefined {
  const field = (of: Json, path: string, names: readonly string[]): Fields => {
    if (!(of.value instanceof Map)) {
      say(of.offset, 'an object is expected here', path);
      return new Map();
    }
    const fields: Fields = of.value;
    const under = path === '' ? '' : `${path}.`;
    for (const [name, { offset }] of fields) if (!names.includes(name)) say(offset, 'unknown field', under + name);
    for (const name of names) if (!fields.has(name)) say(of.offset, 'the field is missing', under + name);
    return fields;
  };
  const nothing: Json = { offset: 0, value: null };
  const parsed = <T>(of: Json | undefined, path: string, parse: (text: string) => T): T | undefined => {
    if (of === undefined) return undefined;
    if (typeof of.value !== 'string') {
      say(of.offset, 'a text is expected here', path);
      return undefined;
    }
    try {
      return parse(of.value);
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof RangeError)) throw error;
      say(of.offset, `${shown(of.value)}: ${error.message}`, path);
      return undefined;
    }
  };
  const list = (of: Json | undefined, path: string): readonly Json[] => {
    if (of === undefined) return [];
    if (Array.isArray(of.value)) return of.value;
    say(of.offset, 'a list is expected here', path);
    return [];
  };

  const top = field(document, '', ['name', 'currency', 'timezone', 'season', 'cashUnit', 'ruleSet']);
  const seasonAt = top.get('season') ?? nothing;
  const seasonFields = top.has('season') ? field(seasonAt, 'season', ['name', 'from', 'to']) : new Map<string, Json>();
  const rulesAt = top.get('ruleSet') ?? nothing;
  const isWhole = rulesAt.value instanceof Map && rulesAt.value.has('steps');
  const rules: Fields =
    top.has('ruleSet') && !isWhole ? field(rulesAt, 'ruleSet', ['code', 'funds', 'bases']) : new Map<string, Json>();

  const text = (of: Json | undefined, path: string): string => parsed(of, path, (found) => found) ?? '';

  const currency = parsed(top.get('currency'), 'currency', parseCurrency);
  const zone = parsed(top.get('timezone'), 'timezone', parseZone);
  const from = parsed(seasonFields.get('from'), 'season.from', parseDay);
  const to = parsed(seasonFields.get('to'), 'season.to', parseDay);
  const funds = list(rules.get('funds'), 'ruleSet.funds').map((item, index): Fund => {
    const path = `ruleSet.funds[${index}]`;
    const fields = field(item, path, ['code', 'name', 'percent', 'rounding']);
    return {
      code: text(fields.get('code'), `${path}.code`),
      name: text(fields.get('name'), `${path}.name`),
      percent: text(fields.get('percent'), `${path}.percent`),
      rounding: text(fields.get('rounding'), `${path}.rounding`),
    };
  });
  const bases = list(rules.get('bases'), 'ruleSet.bases').map((item, index): Basis => {
    const path = `ruleSet.bases[${index}]`;
    const fields = field(item, path, ['basis', 'percent']);
    return {
      basis: text(fields.get('basis'), `${path}.basis`),
      percent: text(fields.get('percent'), `${path}.percent`),
    };
  });
  const coop = {
    name: text(top.get('name'), 'name'),
    cashUnit: text(top.get('cashUnit'), 'cashUnit'),
    ruleSet: isWhole ? { whole: fieldsIn(rulesAt) } : { code: text(rules.get('code'), 'ruleSet.code'), funds, bases },
  };
  const name = text(seasonFields.get('name'), 'season.name');
  if (currency === undefined || zone === undefined || from === undefined || to === undefined) return undefined;
  return { ...coop, currency, zone, season: { name, from, to } };
}

/** An object as it was written, without its places. */
const fieldsIn = ({ value }: Json): Readonly<Record<string, unknown>> =>
  value instanceof Map ? Object.fromEntries([...value].map(([name, of]) => [name, plainOf(of)])) : {};

function plainOf(json: Json): unknown {
  const { value } = json;
  if (value instanceof Map) return fieldsIn(json);
  // a list is the only other value that holds values
  return Array.isArray(value) ? value.map((each: Json) => plainOf(each)) : value;
}
