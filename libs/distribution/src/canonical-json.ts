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
