/** A figure that two documents state differently; null where one does not state it. */
export type Difference = { readonly figure: string; readonly frozen: string | null; readonly now: string | null };

/** The fields by which the rows of a list are told apart; a list of anything else is compared by place. */
const KEYS = ['code', 'member', 'household', 'fund', 'basis'] as const;

/** What stands in an object or a list, by its name, key or place. */
type Named = readonly [name: string, value: unknown];

/**
 * Every figure in which two JSON documents differ, in the order of the first, and then what only the second states. A
 * list may be anything that can be gone through: where both are in the same order, no more than one item of it is there.
 */
export function differencesOf(frozen: unknown, now: unknown): Difference[] {
  const comparison = new Comparison();
  comparison.compare(frozen, now, '');
  return [...comparison.changed, ...comparison.added];
}

class Comparison {
  readonly changed: Difference[] = [];
  readonly added: Difference[] = [];

  compare(frozen: unknown, now: unknown, path: string): void {
    if (frozen === now) return;
    if (isFigure(frozen) || isFigure(now)) {
      this.compareFigures(isFigure(frozen) ? frozen : undefined, isFigure(now) ? now : undefined, path);
    }
    this.compareParts(partsOf(frozen), partsOf(now), path);
  }

  private compareParts(frozen: Iterator<Named, void>, now: Iterator<Named, void>, path: string): void {
    for (;;) {
      const [before, after] = [frozen.next(), now.next()];
      if (before.done && after.done) return;
      if (before.done || after.done || before.value[0] !== after.value[0]) {
        // from here on they are in another order, or not the same
        return this.compareNamed(new Map(restOf(before, frozen)), new Map(restOf(after, now)), path);
      }
      const [name, value] = before.value;
      if (value !== after.value[1]) this.compare(value, after.value[1], `${path}/${name}`);
    }
  }

  private compareNamed(frozen: ReadonlyMap<string, unknown>, now: ReadonlyMap<string, unknown>, path: string): void {
    for (const [name, value] of frozen) this.compare(value, now.get(name), `${path}/${name}`);
    for (const [name, value] of now) if (!frozen.has(name)) this.compare(undefined, value, `${path}/${name}`);
  }

  private compareFigures(frozen: unknown, now: unknown, figure: string): void {
    const [before, after] = [textOf(frozen), textOf(now)];
    if (before === after) return;
    (before === null ? this.added : this.changed).push({ figure, frozen: before, now: after });
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isFigure = (value: unknown): boolean => !isObject(value);

const textOf = (figure: unknown): string | null => (figure === undefined ? null : String(figure));

function* partsOf(value: unknown): Generator<Named, void> {
  if (!isObject(value)) return;
  if (!isIterable(value)) return yield* Object.entries(value);
  let place = 0;
  for (const item of value) {
    yield [keyOf(item) ?? String(place), item];
    place += 1;
  }
}

const isIterable = (value: object): value is Iterable<unknown> => Symbol.iterator in value;

function* restOf(next: IteratorResult<Named, void>, parts: Iterator<Named, void>): Generator<Named, void> {
  for (let part = next; !part.done; part = parts.next()) yield part.value;
}

function keyOf(row: unknown): string | undefined {
  if (!isObject(row)) return undefined;
  const key = KEYS.find((name) => typeof Reflect.get(row, name) === 'string');
  return key === undefined ? undefined : String(Reflect.get(row, key));
}
