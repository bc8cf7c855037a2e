/** One value of what was sent, and where it stands, as a JSON pointer. */
export type Leaf = { readonly pointer: string; readonly name: string; readonly value: string };

/** Lists of codes are chosen where they are made: a photo, say. */
const NOT_CORRECTED = ['attachments'];

/** The values of what was sent, one after the other. */
export function leavesOf(sent: unknown, pointer = '', name = ''): readonly Leaf[] {
  if (typeof sent === 'string' || typeof sent === 'number') return [{ pointer, name, value: String(sent) }];
  if (Array.isArray(sent)) return sent.flatMap((item: unknown, index) => leavesOf(item, `${pointer}/${index}`, name));
  if (typeof sent !== 'object' || sent === null) return [];
  return Object.entries(sent).flatMap(([key, value]) =>
    NOT_CORRECTED.includes(key) ? [] : leavesOf(value, `${pointer}/${key}`, key),
  );
}

/**
 * The same with other values; what was a number stays one.
 * @param valueAt of a pointer; undefined where it stays as it is
 */
export function withLeaves<Value>(sent: Value, valueAt: (pointer: string) => string | undefined): Value {
  // every value keeps its kind, and every object its keys
  return replaced(sent, '', valueAt) as Value;
}

function replaced(sent: unknown, pointer: string, valueAt: (pointer: string) => string | undefined): unknown {
  if (typeof sent === 'string') return valueAt(pointer) ?? sent;
  if (typeof sent === 'number') return Number(valueAt(pointer) ?? sent);
  if (Array.isArray(sent)) return sent.map((item: unknown, index) => replaced(item, `${pointer}/${index}`, valueAt));
  if (typeof sent !== 'object' || sent === null) return sent;
  return Object.fromEntries(
    Object.entries(sent).map(([key, value]) => [key, replaced(value, `${pointer}/${key}`, valueAt)]),
  );
}
