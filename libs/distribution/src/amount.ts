/** The whole, in which percents are counted: 100 % is 10 000 permyriad. */
export const WHOLE = 10_000n;

const TWO_PLACES = /^(\d+)(?:\.(\d{1,2}))?$/;
const INTEGER = /^\d+$/;

/** Reads "12.5" as 1250 centavos; null where it is no such text. */
export function readAmount(text: unknown): bigint | null {
  const match = typeof text === 'string' ? TWO_PLACES.exec(text) : null;
  return match ? BigInt(`${match[1]}${(match[2] ?? '').padEnd(2, '0')}`) : null;
}

/** Reads "12.5" as 1250 permyriad, from 0 to {@link WHOLE}; null where it is no such text. */
export function readPercent(text: unknown): bigint | null {
  const permyriad = readAmount(text);
  return permyriad !== null && permyriad <= WHOLE ? permyriad : null;
}

/** Reads an integer text such as "23820"; null where it is no such text. */
export function readWeight(text: unknown): bigint | null {
  return typeof text === 'string' && INTEGER.test(text) ? BigInt(text) : null;
}

/** Writes 1250 centavos as "12.50", and permyriad likewise as percent. */
export function writeAmount(hundredths: bigint): string {
  const digits = (hundredths < 0n ? -hundredths : hundredths).toString().padStart(3, '0');
  return `${hundredths < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export type Rounding = 'up' | 'half-up' | 'down';

/** `amount` × `permyriad` / 10 000 for an amount ≥ 0, rounded to the centavo as named. */
export function portion(amount: bigint, permyriad: bigint, rounding: Rounding): bigint {
  const product = amount * permyriad;
  if (rounding === 'up') return (product + WHOLE - 1n) / WHOLE;
  if (rounding === 'half-up') return (product + WHOLE / 2n) / WHOLE;
  return product / WHOLE;
}

export const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
