/** A JSON value with the place at which it stands in its text. */
export type Json = {
  readonly offset: number;
  readonly value: string | number | boolean | null | readonly Json[] | ReadonlyMap<string, Json>;
};

export class JsonMistake extends Error {
  constructor(
    readonly offset: number,
    what: string,
  ) {
    super(what);
  }
}

// eslint-disable-next-line no-control-regex -- JSON itself refuses these signs in a text
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\r\n]*/y;

/** Reads a JSON text and keeps where each value stands. @throws JsonMistake with the offset of the first mistake */
export function parseJson(text: string): Json {
  let at = 0;

  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const skip = (sign: string): boolean => {
    match(SPACE);
    if (text[at] !== sign) return false;
    at += 1;
    match(SPACE);
    return true;
  };
  const need = (sign: string): void => {
    if (!skip(sign)) throw new JsonMistake(at, `not JSON: ${JSON.stringify(sign)} is missing here`);
  };
  const string = (): string => {
    const found = match(STRING);
    if (found === undefined) throw new JsonMistake(at, 'not JSON: a text in double quotes is missing here');
    return String(JSON.parse(found));
  };

  const value = (): Json => {
    match(SPACE);
    const offset = at;
    if (skip('{')) {
      const members = new Map<string, Json>();
      while (!skip('}')) {
        if (members.size > 0) need(',');
        const nameAt = at;
        const name = string();
        if (members.has(name)) throw new JsonMistake(nameAt, `the field ${name} stands twice`);
        need(':');
        members.set(name, value());
      }
      return { offset, value: members };
    }
    if (skip('[')) {
      const items: Json[] = [];
      while (!skip(']')) {
        if (items.length > 0) need(',');
        items.push(value());
      }
      return { offset, value: items };
    }
    if (text[at] === '"') return { offset, value: string() };
    const number = match(NUMBER);
    if (number !== undefined) return { offset, value: Number(number) };
    const word = match(WORD);
    if (word === undefined) throw new JsonMistake(at, 'not JSON: a value is missing here');
    return { offset, value: word === 'null' ? null : word === 'true' };
  };

  const whole = value();
  match(SPACE);
  if (at < text.length) throw new JsonMistake(at, 'not JSON: something stands behind its end');
  return whole;
}
