/** Who takes part in a split: a weight ≥ 0, and how many odd units came this way in ties before. */
export type Party = { readonly key: string; readonly weight: bigint; readonly tiesWon: number };

/**
 * Why a party got one of the units left over, or that it got none. The last two are units *won in a tie*: somebody
 * with the same fraction went without.
 */
export type UnitReason = 'none' | 'larger-fraction' | 'fewer-ties-won' | 'lower-key';

/** One party's part with its workings: its exact part is floor + remainder / W, where W is the split's `totalWeight`. */
export type Part = {
  readonly key: string;
  readonly weight: bigint;
  readonly floor: bigint;
  readonly remainder: bigint;
  readonly unit: UnitReason;
  readonly amount: bigint;
};

/**
 * A pool split to the last unit, its parts in the order of the parties. Floors and remainders are those of |pool|,
 * amounts have the pool's sign; `leftOver` is how many units the floors left to be given out one by one.
 */
export type Split = {
  readonly pool: bigint;
  readonly totalWeight: bigint;
  readonly leftOver: bigint;
  readonly parts: readonly Part[];
};

/** There is a pool but nobody with a weight to receive it; to divide it in another way is not the program's choice. */
export class NoWeight extends Error {
  constructor(readonly pool: bigint) {
    super(`A pool of ${pool} units meets no weight: choose another basis, equal parts, or a reserve.`);
    this.name = 'NoWeight';
  }
}

const WIDEST_WORD = 2n ** 64n;

type OpenPart = { -readonly [Field in keyof Part]: Part[Field] };

/** Text order by UTF-16 code unit: the same on every machine and in every language. */
export const compareKeys = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether the party got its unit while another with the same fraction went without. */
export const wonInTie = (part: Part): boolean => part.unit === 'fewer-ties-won' || part.unit === 'lower-key';

/**
 * Splits `pool` by the parties' weights with largest remainders: each gets ⌊|pool| · weight / W⌋, and the units left
 * over go one each to the larger fraction, then to fewer ties won, then to the lower key.
 * @throws NoWeight where there is a pool and all weights are 0
 * @throws RangeError on a negative weight, and where two parties that tie have the same key
 */
export function split(pool: bigint, parties: readonly Party[]): Split {
  const size = pool < 0n ? -pool : pool;
  const totalWeight = weightOfAll(parties);
  if (totalWeight === 0n && size > 0n) throw new NoWeight(pool);

  let leftOver = size;
  const parts = parties.map(({ key, weight }): OpenPart => {
    const product = size * weight;
    const floor = totalWeight === 0n ? 0n : product / totalWeight;
    leftOver -= floor;
    return { key, weight, floor, remainder: product - floor * totalWeight, unit: 'none', amount: floor };
  });
  if (leftOver > 0n) giveOut(Number(leftOver), totalWeight, parties, parts);
  check(size, totalWeight, parts);
  if (pool < 0n) for (const part of parts) part.amount = -part.amount;
  return { pool, totalWeight, leftOver, parts };
}

/** Splits `pool` over a list whose order decides the ties: the odd unit goes to the one named earlier. */
export function splitInOrder(pool: bigint, weights: readonly bigint[]): readonly bigint[] {
  const digits = String(weights.length).length;
  const parties = weights.map((weight, i) => ({ key: String(i).padStart(digits, '0'), weight, tiesWon: 0 }));
  return split(pool, parties).parts.map((part) => part.amount);
}

function weightOfAll(parties: readonly Party[]): bigint {
  let total = 0n;
  for (const { key, weight } of parties) {
    if (weight < 0n) throw new RangeError(`${key} has a negative weight, ${weight}`);
    total += weight;
  }
  return total;
}

/**
 * Adds one unit each to `count` of the parts; there are always more parts with a fraction than units. Each of the three
 * orders needs only its last place that gets a unit, so nothing is sorted with a callback and most of it not at all.
 */
function giveOut(count: number, totalWeight: bigint, parties: readonly Party[], parts: readonly OpenPart[]): void {
  const lastFraction = largest(count, totalWeight, parts);
  const tied: OpenPart[] = [];
  const ties: number[] = []; // of the tied parts, in their order
  let left = count;
  parts.forEach((part, i) => {
    if (part.remainder > lastFraction) {
      addUnit(part, 'larger-fraction');
      left -= 1;
    } else if (part.remainder === lastFraction) {
      tied.push(part);
      ties.push(parties[i]?.tiesWon ?? 0);
    }
  });
  if (left === tied.length) return tied.forEach((part) => addUnit(part, 'larger-fraction'));

  const mostTies = new Float64Array(ties).sort()[left - 1] ?? 0;
  const equal = tied.filter((_, i) => ties[i] === mostTies);
  tied.forEach((part, i) => {
    if ((ties[i] ?? 0) >= mostTies) return;
    addUnit(part, 'fewer-ties-won');
    left -= 1;
  });
  if (left === equal.length) return equal.forEach((part) => addUnit(part, 'fewer-ties-won'));

  const keys = equal.map(({ key }) => key).sort(); // by code unit, as compareKeys
  const lastKey = keys[left - 1] ?? '';
  if (lastKey === keys[left]) throw new RangeError(`two parties have the key ${lastKey}`);
  for (const part of equal) if (part.key <= lastKey) addUnit(part, 'lower-key');
}

function addUnit(part: OpenPart, why: UnitReason): void {
  part.unit = why;
  part.amount = part.floor + 1n;
}

/** The remainder at place `rank`, the largest being 1. */
function largest(rank: number, totalWeight: bigint, parts: readonly Part[]): bigint {
  if (totalWeight > WIDEST_WORD) {
    const descending = parts.map((part) => part.remainder).sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
    return descending[rank - 1] ?? 0n;
  }
  const ascending = new BigUint64Array(parts.length); // sorts without calling back, several times faster
  parts.forEach((part, i) => {
    ascending[i] = part.remainder;
  });
  return ascending.sort()[parts.length - rank] ?? 0n;
}

/** What every split promises. A failure is a fault of this program, so it stops the run instead of refusing it. */
function check(pool: bigint, totalWeight: bigint, parts: readonly Part[]): void {
  let total = 0n;
  for (const { key, weight, amount } of parts) {
    total += amount;
    const away = amount * totalWeight - pool * weight;
    if (away !== 0n && (away >= totalWeight || away <= -totalWeight))
      throw new Error(`split: the part of ${key} is a unit or more off`);
    if (weight === 0n && amount !== 0n) throw new Error(`split: ${key} has no weight and got ${amount}`);
  }
  if (total !== pool) throw new Error(`split: the parts sum up to ${total}, not to ${pool}`);
}
