/** A figure that two documents state differently; null where one does not state it. */
export type Difference = { readonly figure: string; readonly frozen: string | null; readonly now: string | null };

/** The fields by which the rows of a list are told apart; a list of anything else is compared by place. */
const KEYS = ['code', 'member', 'household', 'fund', 'basis'] as const;

/** Every figure in which two JSON documents differ, in the order of the first. */
export function differencesOf(frozen: unknown, now: unknown): Difference[] {
  const before = new Map(figuresIn(frozen, ''));
  const after = new Map(figuresIn(now, ''));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((figure) => {
    const [a, b] = [before.get(figure) ?? null, after.get(figure) ?? null];
    return a === b ? [] : [{ figure, frozen: a, now: b }];
  });
}

function* figuresIn(value: unknown, path: string): Generator<[string, string]> {
  if (Array.isArray(value))
    for (const [i, item] of value.entries()) yield* figuresIn(item, `${path}/${keyOf(item) ?? i}`);
  else if (typeof value === 'object' && value !== null)
    for (const [name, item] of Object.entries(value)) yield* figuresIn(item, `${path}/${name}`);
  else if (value !== undefined) yield [path, String(value)];
}

function keyOf(row: unknown): string | undefined {
  if (typeof row !== 'object' || row === null) return undefined;
  const key = KEYS.find((name) => typeof Reflect.get(row, name) === 'string');
  return key === undefined ? undefined : String(Reflect.get(row, key));
}
