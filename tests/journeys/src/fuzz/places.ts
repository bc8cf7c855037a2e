/** A place in a body: the names and numbers that lead to it; the last one may be new. */
export type Place = readonly (string | number)[];

const NEW_NAMES = ['surprise', '__proto__', 'constructor', ''] as const;
const MARK = '\u0001here\u0001';

/** Every place of a body at which something may stand that should not. */
export function placesIn(body: unknown, at: Place = []): Place[] {
  if (typeof body !== 'object' || body === null) return [at];
  const names = Array.isArray(body) ? [...body.keys()] : Object.keys(body);
  const inside = names.flatMap((name) => placesIn(Reflect.get(body, name), [...at, name]));
  const added = Array.isArray(body) ? [[...at, body.length]] : NEW_NAMES.map((name) => [...at, name]);
  return [...inside, at, ...added];
}

/** The text of a body with a piece of JSON, or of no JSON at all, at a place; `twice` says what stands there twice. */
export function withFragment(body: object, place: Place, fragment: string, twice: boolean): string {
  const part = twice ? `${fragment},${JSON.stringify(place.at(-1) ?? 'rows')}:${fragment}` : fragment;
  return JSON.stringify(put(body, place)).replace(JSON.stringify(MARK), () => part);
}

function put(body: unknown, [name, ...rest]: Place): unknown {
  if (name === undefined) return MARK;
  const within: object = typeof body === 'object' && body !== null ? body : {};
  const part = put(Reflect.get(within, name), rest);
  if (Array.isArray(within)) return [...within.slice(0, Number(name)), part, ...within.slice(Number(name) + 1)];
  // a computed name makes a field of its own of "__proto__"
  return Object.fromEntries([...Object.entries(within).filter(([other]) => other !== name), [name, part]]);
}
