/** A group of members whose sum may be told to everybody. */
export type Cell = { readonly group: string; readonly members: readonly string[] };

/** Of fewer no sum is told: everybody in a village knows who two or three are. */
const FEWEST = 5;

/** Weights of cells are compared in this field; a prime whose square is a safe integer. */
const PRIME = 94_906_249;

/**
 * Which cells may be told, so that nobody learns the sum of fewer than five: neither of a small cell, nor of one that
 * follows from the others. What all have together is known. Where a small cell would follow, the next smallest that is
 * told is hidden with it.
 * @param groupings ways of grouping the same members, each cell once; who is in no cell of one is a cell of her own there
 */
export function toldCells(groupings: readonly (readonly Cell[])[], everybody: readonly string[]): ReadonlySet<Cell> {
  const told = new Set(groupings.flat().filter(({ members }) => members.length >= FEWEST));
  const vectorOf = vectorsOver(everybody);
  const small = (cells: readonly Cell[]): boolean => {
    const hidden = cells.filter((cell) => !told.has(cell));
    // together they follow from what all have
    return hidden.length > 0 && hidden.reduce((sum, { members }) => sum + members.length, 0) < FEWEST;
  };
  for (;;) {
    const known = [everybody, ...[...told].map(({ members }) => members)].map(vectorOf);
    const found =
      groupings.find(small) ??
      groupings.find((cells) => cells.some(({ members }) => members.length < FEWEST && isIn(vectorOf(members), known)));
    if (found === undefined) return told;
    const next = smallestOf(found.filter((cell) => told.has(cell))) ?? smallestOf([...told]);
    if (next === undefined) return told;
    told.delete(next);
  }
}

const smallestOf = (cells: readonly Cell[]): Cell | undefined =>
  cells.toSorted((a, b) => a.members.length - b.members.length || (a.group < b.group ? -1 : 1))[0];

const vectorsOver = (everybody: readonly string[]) => {
  const places = new Map(everybody.map((member, place) => [member, place]));
  return (members: readonly string[]): number[] => {
    const vector = everybody.map(() => 0);
    for (const member of members) {
      const place = places.get(member);
      if (place !== undefined) vector[place] = 1;
    }
    return vector;
  };
};

/** Whether a vector is a sum of multiples of the others. */
function isIn(vector: readonly number[], others: readonly (readonly number[])[]): boolean {
  const reduced: { readonly pivot: number; readonly row: readonly number[] }[] = [];
  const reduce = (row: readonly number[]): number[] =>
    reduced.reduce((left, { pivot, row: by }) => minus(left, by, left[pivot] ?? 0), [...row]);
  for (const other of others) {
    const row = reduce(other);
    const pivot = row.findIndex((one) => one !== 0);
    if (pivot < 0) continue;
    const inverse = inverseOf(row[pivot] ?? 1);
    reduced.push({ pivot, row: row.map((one) => (one * inverse) % PRIME) });
  }
  return reduce(vector).every((one) => one === 0);
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
