import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TextDecoder } from 'node:util';
import {
  CODE,
  formatAmount,
  parseAmount,
  parseCurrency,
  parseDay,
  parseDecimal,
  parseZone,
  placesOf,
  Refusal,
  type Currency,
  type Day,
  type Zone,
} from '@ayni/kernel';
import { JsonMistake, parseJson, type Json } from './json.js';
import { shown, type Mistake } from './mistake.js';

/** A fund that takes its percent of the result. */
export type Fund = {
  readonly code: string;
  readonly name: string;
  readonly percent: string;
  readonly rounding: 'up' | 'half-up' | 'down';
};
export type Basis = { readonly basis: string; readonly percent: string };

/** What `coop.json` says: the co-op, its season and the rules that the assembly voted. */
export type Coop = {
  readonly name: string;
  readonly currency: Currency;
  readonly zone: Zone;
  /** Both days belong to the season. */
  readonly season: { readonly name: string; readonly from: Day; readonly to: Day };
  readonly cashUnit: string;
  readonly ruleSet: { readonly code: string; readonly funds: readonly Fund[]; readonly bases: readonly Basis[] };
};

const FILE = 'coop.json';
/** In the currency's smallest units. */
const COIN_MAX = 10_000n;
const ROUNDINGS = ['up', 'half-up', 'down'] as const;

/** The weights that the books of a season keep. */
const KEPT_BASES = ['work-minutes', 'value-delivered', 'quantity-delivered', 'equal'];
const KNOWN_BASES = [...KEPT_BASES, 'certificate-days', 'care-minutes'];

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
    const before = text.slice(0, offset).split('\n');
    const column = [...(before.at(-1) ?? '')].length + 1;
    report({ file: FILE, line: before.length, column, what, ...(field ? { field } : {}) });
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
  const checked = <T>(of: Json | undefined, path: string, parse: (text: string) => T): T | undefined => {
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
  const rules = top.has('ruleSet') ? field(rulesAt, 'ruleSet', ['code', 'funds', 'bases']) : new Map<string, Json>();

  const name = checked(top.get('name'), 'name', nameText);
  const currency = checked(top.get('currency'), 'currency', parseCurrency);
  const zone = checked(top.get('timezone'), 'timezone', parseZone);
  const cashUnit = checked(top.get('cashUnit'), 'cashUnit', coinOf(placesOf(currency ?? '')));
  const seasonName = checked(seasonFields.get('name'), 'season.name', nameText);
  const from = checked(seasonFields.get('from'), 'season.from', parseDay);
  const to = checked(seasonFields.get('to'), 'season.to', parseDay);
  if (from !== undefined && to !== undefined && to < from) {
    say(seasonFields.get('to')?.offset ?? 0, `the season ends before it begins on ${from}`, 'season.to');
  }

  const code = checked(rules.get('code'), 'ruleSet.code', codeText);
  const funds = list(rules.get('funds'), 'ruleSet.funds').map((item, index): Fund => {
    const path = `ruleSet.funds[${index}]`;
    const fields = field(item, path, ['code', 'name', 'percent', 'rounding']);
    return {
      code: checked(fields.get('code'), `${path}.code`, codeText) ?? '',
      name: checked(fields.get('name'), `${path}.name`, nameText) ?? '',
      percent: checked(fields.get('percent'), `${path}.percent`, percent) ?? '',
      rounding: checked(fields.get('rounding'), `${path}.rounding`, rounding) ?? 'down',
    };
  });
  const basesAt = rules.get('bases');
  const bases = list(basesAt, 'ruleSet.bases').map((item, index): Basis => {
    const path = `ruleSet.bases[${index}]`;
    const fields = field(item, path, ['basis', 'percent']);
    return {
      basis: checked(fields.get('basis'), `${path}.basis`, keptBasis) ?? '',
      percent: checked(fields.get('percent'), `${path}.percent`, percent) ?? '',
    };
  });
  bases.forEach(({ basis }, index) => {
    if (basis === '' || bases.findIndex((other) => other.basis === basis) === index) return;
    say(list(basesAt, '')[index]?.offset ?? 0, `the basis ${basis} stands twice`, `ruleSet.bases[${index}].basis`);
  });
  if (basesAt !== undefined && bases.every((basis) => basis.percent !== '')) {
    const total = bases.reduce((sum, basis) => sum + parseDecimal(basis.percent, 2).units, 0n);
    if (total !== 10_000n) {
      const text = `${total / 100n}.${String(total % 100n).padStart(2, '0')}`;
      say(basesAt.offset, `the percents of the bases total ${text}, not 100.00`, 'ruleSet.bases');
    }
  }

  if (name === undefined || currency === undefined || zone === undefined || cashUnit === undefined) return undefined;
  if (seasonName === undefined || from === undefined || to === undefined || code === undefined) return undefined;
  return { name, currency, zone, season: { name: seasonName, from, to }, cashUnit, ruleSet: { code, funds, bases } };
}

function nameText(text: string): string {
  if (text.trim() === '') throw new RangeError('a name is missing');
  return text;
}

function codeText(text: string): string {
  if (!CODE.test(text)) throw new RangeError('a code has 1 to 64 letters, digits and inner signs');
  return text;
}

function percent(text: string): string {
  if (parseDecimal(text, 2).units > 10_000n) throw new RangeError('a percent is at most 100');
  return text;
}

const coinOf =
  (places: number) =>
  (text: string): string => {
    const coin = parseAmount(text, places);
    if (coin === 0n) throw new RangeError('the smallest coin is above zero');
    if (coin > COIN_MAX) throw new RangeError(`the smallest coin is at most ${formatAmount(COIN_MAX, places)}`);
    return text;
  };

function rounding(text: string): Fund['rounding'] {
  const found = ROUNDINGS.find((known) => known === text);
  if (found === undefined) throw new RangeError(`the rounding is one of ${ROUNDINGS.join(', ')}`);
  return found;
}

function keptBasis(text: string): string {
  if (!KNOWN_BASES.includes(text)) throw new RangeError(`a basis is one of ${KEPT_BASES.join(', ')}`);
  if (!KEPT_BASES.includes(text)) throw new RangeError('this basis is not kept in the books of a season yet');
  return text;
}
