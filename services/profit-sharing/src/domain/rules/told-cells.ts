/** A group of members whose sum may be told to everybody. */
export type Cell = { readonly group: string; readonly members: readonly string[] };

/** Of fewer no sum is told: everybody in a village knows who two or three are. */
const FEWEST = 5;

/** Sums of cells are compared in this field; a prime whose square is a safe integer. */
const PRIME = 94_906_249;

/**
 * Which cells may be told, so that nobody learns the sum of fewer than five: neither of a small cell, nor of any few who
 * are what cells differ by, of one way of grouping or of several. What all have together is known. Where a few would
 * follow, the smallest cell that is told beside them is hidden.
 * @param groupings ways of grouping the same members, each cell once; who is in no cell of one is a cell of her own there
 */
export function toldCells(groupings: readonly (readonly Cell[])[], everybody: readonly string[]): ReadonlySet<Cell> {
  const told = new Set(groupings.flat().filter(({ members }) => members.length >= FEWEST));
  const parts = partsOf(groupings, everybody);
  for (;;) {
    const few = fewThatFollow(parts, told);
    if (few === undefined) return told;
    // where a cell that is hidden has some of them, the others of its grouping tell of it
    const beside = groupings.find((cells) =>
      cells.some((cell) => !told.has(cell) && few.some(({ of }) => of.has(cell))),
    );
    const next = smallestOf((beside ?? []).filter((cell) => told.has(cell))) ?? smallestOf([...told]);
    if (next === undefined) return told;
    told.delete(next);
  }
}

const smallestOf = (cells: readonly Cell[]): Cell | undefined =>
  cells.toSorted((a, b) => a.members.length - b.members.length || (a.group < b.group ? -1 : 1))[0];

/** Members who are in the same cells whichever way they are grouped: no cell tells them apart. */
type CellsTold = { readonly of: ReadonlySet<Cell>; readonly size: number };

function partsOf(groupings: readonly (readonly Cell[])[], everybody: readonly string[]): readonly CellsTold[] {
  const cells = groupings.flat();
  const ofMember = new Map(everybody.map((member) => [member, new Set<number>()]));
  cells.forEach(({ members }, at) => {
    for (const member of members) ofMember.get(member)?.add(at);
  });
  const sizes = new Map<string, number>();
  for (const own of ofMember.values()) {
    const key = [...own].join(' ');
    sizes.set(key, (sizes.get(key) ?? 0) + 1);
  }
  return [...sizes].map(([key, size]) => {
    const own = key === '' ? [] : key.split(' ').map(Number);
    return { of: new Set(own.flatMap((at) => cells[at] ?? [])), size };
  });
}

/** Some parts of fewer than five members together whose sum is a sum of multiples of what is told, where there are. */
function fewThatFollow(parts: readonly CellsTold[], told: ReadonlySet<Cell>): readonly CellsTold[] | undefined {
  const left = leftOf(parts, told);
  const small = parts.flatMap((part, at) =>
    part.size < FEWEST ? [{ parts: [part], size: part.size, left: left[at] ?? 0 }] : [],
  );
  const sums = [...small];
  const byLeft = new Map<number, (typeof sums)[number][]>();
  const keep = (sum: (typeof sums)[number]): void => {
    byLeft.set(sum.left, [...(byLeft.get(sum.left) ?? []), sum]);
  };
  small.forEach(keep);
  for (const [at, one] of small.entries())
    for (const other of small.slice(at + 1)) {
      const size = one.size + other.size;
      if (size >= FEWEST) continue;
      const pair = { parts: [...one.parts, ...other.parts], size, left: (one.left + other.left) % PRIME };
      sums.push(pair);
      keep(pair);
    }
  // one or two follow by themselves; three or four are two that come to nothing with one or two others
  const alone = sums.find((sum) => sum.left === 0);
  if (alone) return alone.parts;
  for (const sum of sums) {
    const others = byLeft.get((PRIME - sum.left) % PRIME) ?? [];
    const other = others.find(
      (one) => sum.size + one.size < FEWEST && one.parts.every((part) => !sum.parts.includes(part)),
    );
    if (other) return [...sum.parts, ...other.parts];
  }
  return undefined;
}

/**
 * What is left of each part once what is told is taken away, as one number: some parts follow from what is told where
 * theirs come to nothing. By bad luck others do too, once in ninety million, and then more is hidden than had to be.
 */
function leftOf(parts: readonly CellsTold[], told: ReadonlySet<Cell>): readonly number[] {
  const known = [parts.map(() => 1), ...[...told].map((cell) => parts.map(({ of }) => (of.has(cell) ? 1 : 0)))];
  const reduced: { readonly pivot: number; readonly row: readonly number[] }[] = [];
  const reduce = (row: readonly number[]): number[] =>
    reduced.reduce((left, { pivot, row: by }) => minus(left, by, left[pivot] ?? 0), [...row]);
  for (const vector of known) {
    const row = reduce(vector);
    const pivot = row.findIndex((one) => one !== 0);
    if (pivot < 0) continue;
    const inverse = inverseOf(row[pivot] ?? 1);
    reduced.push({ pivot, row: row.map((one) => (one * inverse) % PRIME) });
  }
  const weights = parts.map((_, at) => weightOf(at));
  return parts.map((_, at) => {
    const row = reduce(parts.map((__, other) => (other === at ? 1 : 0)));
    return row.reduce((sum, one, place) => (sum + one * (weights[place] ?? 0)) % PRIME, 0);
  });
}

/** Numbers that stand in no simple relation to each other. */
function weightOf(place: number): number {
  let weight = 1;
  for (let i = 0; i <= place; i++) weight = (weight * 69_621 + 1) % PRIME;
  return weight;
}

const minus = (row: readonly number[], by: readonly number[], times: number): number[] =>
  times === 0 ? [...row] : row.map((one, i) => (one + (PRIME - times) * (by[i] ?? 0)) % PRIME);

/** By Fermat: a power of two less than the prime. */
function inverseOf(value: number): number {
  let [result, base] = [1, value % PRIME];
  for (let power = PRIME - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
}
