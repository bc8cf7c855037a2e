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
  if (typeof value === 'string') {
    if (AS_IT_IS.test(value)) return `"${value}"`;
    if (!LONE_SURROGATE.test(value)) return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (isObject(value)) {
    let text = '';
    for (const name of Object.keys(value).sort())
      text += `${text === '' ? '{' : ','}${canonicalJson(name)}:${canonicalJson(value[name])}`;
    return text === '' ? '{}' : `${text}}`;
  }
  throw new TypeError(`${typeof value} ${String(value)} is no JSON value`);
}

/**
 * The same text in parts, of which each item of a list is one: what stands in a list is written only when it is asked
 * for, and a list may be anything that can be gone through.
 */
export function* canonicalParts(value: unknown): Generator<string> {
  if (!isObject(value)) {
    yield canonicalJson(value);
  } else if (isIterable(value)) {
    let before = '[';
    for (const item of value) {
      yield before + canonicalJson(item);
      before = ',';
    }
    yield before === '[' ? '[]' : ']';
  } else {
    let before = '{';
    for (const name of Object.keys(value).sort()) {
      yield `${before}${canonicalJson(name)}:`;
      yield* canonicalParts(value[name]);
      before = ',';
    }
    yield before === '{' ? '{}' : '}';
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isIterable = (value: object): value is Iterable<unknown> => Symbol.iterator in value;
