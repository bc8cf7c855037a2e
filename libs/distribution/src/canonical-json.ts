const LONE_SURROGATE = /\p{Cs}/u;

/**
 * The one text of a JSON value that everybody arrives at, as RFC 8785 (JSON Canonicalization Scheme) has it: members in
 * the order of their names' UTF-16 code units, no spaces, texts and numbers as ECMAScript writes them.
 * @throws TypeError on what is no JSON: a text that Unicode cannot write, a number that is not finite, undefined
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value === 'string' && !LONE_SURROGATE.test(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    const members = Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${canonicalJson(name)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`${typeof value} ${String(value)} is no JSON value`);
}

/**
 * The same text in parts, of which each item of a list is one: what stands in a list is written only when it is asked
 * for, and a list may be anything that can be gone through.
 */
export function* canonicalParts(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) {
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
    for (const [name, member] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) {
      yield `${before}${canonicalJson(name)}:`;
      yield* canonicalParts(member);
      before = ',';
    }
    yield before === '{' ? '{}' : '}';
  }
}

const isIterable = (value: object): value is Iterable<unknown> => Symbol.iterator in value;
