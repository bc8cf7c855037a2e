import { pointerTo } from './document.js';

const LONE_SURROGATE = /\p{Cs}/u;
/** What JSON writes as it is, as nearly all texts of a document are: printed ASCII but for the quote and the backslash. */
const AS_IT_IS = /^[ !#-[\]-~]*$/;

/**
 * The one text of a JSON value that everybody arrives at, as RFC 8785 (JSON Canonicalization Scheme) has it: members in
 * the order of their names' UTF-16 code units, no spaces, texts and numbers as ECMAScript writes them.
 * @throws TypeError on what is no JSON: a text that Unicode cannot write, a number that is not finite, undefined
 */
export const canonicalJson = (value: unknown): string => write(value, new Names());

/** A part of a canonical text: an item of the list at a JSON Pointer (RFC 6901), or what stands between such. */
export type CanonicalPart = {
  readonly text: string;
  /** The list of which it writes an item, after a bracket or a comma; null where it writes none. */
  readonly list: string | null;
};

/**
 * The same text in parts, of which each item of a list is one: what stands in a list is written only when it is asked
 * for, and a list may be anything that can be gone through.
 * @param at the pointer of the value in the whole text
 */
export function* canonicalParts(value: unknown, at = ''): Generator<CanonicalPart> {
  if (!isObject(value)) {
    yield { text: canonicalJson(value), list: null };
  } else if (isIterable(value)) {
    const names = new Names();
    let before = '[';
    for (const item of value) {
      yield { text: before + write(item, names), list: at };
      before = ',';
    }
    yield { text: before === '[' ? '[]' : ']', list: null };
  } else {
    let before = '{';
    for (const name of Object.keys(value).sort()) {
      yield { text: `${before}${canonicalJson(name)}:`, list: null };
      yield* canonicalParts(value[name], pointerTo(at, name));
      before = ',';
    }
    yield { text: before === '{' ? '{}' : '}', list: null };
  }
}

/** @param names of the object that stood here before, if there was one */
function write(value: unknown, names: Names): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value === 'string') {
    if (AS_IT_IS.test(value)) return `"${value}"`;
    if (!LONE_SURROGATE.test(value)) return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => write(item, names)).join(',')}]`;
  if (isObject(value)) {
    let text = '{';
    for (const { name, before, inside } of names.of(value)) text += before + write(value[name], inside);
    return `${text}}`;
  }
  throw new TypeError(`${typeof value} ${String(value)} is no JSON value`);
}

type Name = { readonly name: string; readonly before: string; readonly inside: Names };

/** The names of an object in their order, kept for the next of a list, which nearly always has the same. */
class Names {
  private found: readonly string[] = [];
  private ordered: readonly Name[] = [];

  of(value: object): readonly Name[] {
    const found = Object.keys(value);
    if (!this.are(found)) {
      this.found = found;
      this.ordered = [...found].sort().map((name, i) => {
        return { name, before: `${i === 0 ? '' : ','}${canonicalJson(name)}:`, inside: new Names() };
      });
    }
    return this.ordered;
  }

  private are(names: readonly string[]): boolean {
    if (names.length !== this.found.length) return false;
    for (let i = 0; i < names.length; i += 1) if (names[i] !== this.found[i]) return false;
    return true;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isIterable = (value: object): value is Iterable<unknown> => Symbol.iterator in value;
