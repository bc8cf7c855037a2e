/** The whole, in which percents are counted: 100 % is 10 000 permyriad. */
export const WHOLE = 10_000n;

/** Percents have two places, whatever the currency has. */
const PERCENT_PLACES = 2;

const DECIMAL = /^(\d+)(?:\.(\d+))?$/;
const INTEGER = /^\d+$/;

/**
 * Reads "12.5" in the smallest units of a currency of so many `places`: 1250 with two; null where it is no such text or
 * has more places.
 */
export function readAmount(text: unknown, places: number): bigint | null {
  const match = typeof text === 'string' ? DECIMAL.exec(text) : null;
  const fraction = match?.[2] ?? '';
  return match && fraction.length <= places ? BigInt(`${match[1]}${fraction.padEnd(places, '0')}`) : null;
}

/** Reads "12.5" as 1250 permyriad, from 0 to {@link WHOLE}; null where it is no such text. */
export function readPercent(text: unknown): bigint | null {
  const permyriad = readAmount(text, PERCENT_PLACES);
  return permyriad !== null && permyriad <= WHOLE ? permyriad : null;
}

/** Reads an integer text such as "23820"; null where it is no such text. */
export function readWeight(text: unknown): bigint | null {
  return typeof text === 'string' && INTEGER.test(text) ? BigInt(text) : null;
}

/** Writes amounts, given in smallest units, as decimal text. */
export type WriteAmount = (amount: bigint) => string;

/** Writes amounts of a currency with exactly its places: 1250 as "12.50" with two, as "1250" with none. */
export const amountsOf = (places: number): WriteAmount => {
  const write: WriteAmount = (amount) => {
    const sign = amount < 0n ? '-' : '';
    const digits = (amount < 0n ? -amount : amount).toString().padStart(places + 1, '0');
    return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
  };
  // of very many amounts most are nothing
  const nothing = write(0n);
  return (amount) => (amount === 0n ? nothing : write(amount));
};

/** Writes 1250 permyriad as "12.50". */
export const writePercent: WriteAmount = amountsOf(PERCENT_PLACES);

export type Rounding = 'up' | 'half-up' | 'down';

/** `amount` × `permyriad` / 10 000 for an amount ≥ 0, rounded to the smallest unit as named. */
export function portion(amount: bigint, permyriad: bigint, rounding: Rounding): bigint {
  if (permyriad === 0n) return 0n; // as of nearly all rules, and there may be very many members
  const product = amount * permyriad;
  if (rounding === 'up') return (product + WHOLE - 1n) / WHOLE;
  if (rounding === 'half-up') return (product + WHOLE / 2n) / WHOLE;
  return product / WHOLE;
}

export const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
