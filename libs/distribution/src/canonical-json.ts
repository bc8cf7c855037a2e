import { pointerTo } from './document.js';

const LONE_SURROGATE = /\p{Cs}/u;
/** What JSON writes as it is, as nearly all texts of a document are: printed ASCII but for the quote and the backslash. */
const AS_IT_IS = /^[ !#-[\]-~]*$/;

/**
 * The one text of a JSON value that everybody arrives at, as RFC 8785 (JSON Canonicalization Scheme) has it: members in
 * the order of their names' UTF-16 code units, no spaces, texts and numbers as ECMAScript writes them.
 * @throws TypeError on what is no JSON: a text that Unicode cannot write, a number that is not finite, undefined
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value === 'string') return canonicalText(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (isObject(value)) {
    const fields = Object.keys(value)
      .sort()
      .map((name) => `${canonicalText(name)}:${canonicalJson(value[name])}`);
    return `{${fields.join(',')}}`;
  }
  throw new TypeError(`${typeof value} ${String(value)} is no JSON value`);
}

/** The same of a text. @throws TypeError on one that Unicode cannot write */
export function canonicalText(value: string): string {
  if (AS_IT_IS.test(value)) return `"${value}"`;
  if (LONE_SURROGATE.test(value)) throw new TypeError(`string ${value} is no JSON value`);
  return JSON.stringify(value);
}

/** A list whose items are written one by one, each when it is asked for: there may be very many. */
export class TextList<One> {
  constructor(
    readonly many: readonly One[],
    /** Writes the canonical text of one. */
    readonly write: (one: One, place: number) => string,
  ) {}
}

/** A part of a canonical text: an item of the list at a JSON Pointer (RFC 6901), or what stands between such. */
export type CanonicalPart = {
  readonly text: string;
  /** The list of which it writes an item, after a bracket or a comma; null where it writes none. */
  readonly list: string | null;
};

/**
 * The same text in parts, of which each item of a {@link TextList} is one.
 * @param at the pointer of the value in the whole text
 */
export function* canonicalParts(value: unknown, at = ''): Generator<CanonicalPart> {
  if (value instanceof TextList) {
    let place = 0;
    for (const one of value.many) {
      yield { text: `${place === 0 ? '[' : ','}${value.write(one, place)}`, list: at };
      place += 1;
    }
    yield { text: place === 0 ? '[]' : ']', list: null };
  } else if (isObject(value) && !Array.isArray(value)) {
    let before = '{';
    for (const name of Object.keys(value).sort()) {
      yield { text: `${before}${canonicalText(name)}:`, list: null };
      yield* canonicalParts(value[name], pointerTo(at, name));
      before = ',';
    }
    yield { text: before === '{' ? '{}' : '}', list: null };
  } else {
    yield { text: canonicalJson(value), list: null };
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
