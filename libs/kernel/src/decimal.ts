import { Refusal } from './refusal.js';
import type { RefusalCode } from './catalogue.js';

/** An exact decimal number: `units` / 10^`places`. */
export type Decimal = { readonly units: bigint; readonly places: number };

/** PostgreSQL's bigint, the widest number that the books keep. */
export const BIGGEST = 9_223_372_036_854_775_807n;

/**
 * Reads a decimal text without sign or exponent, with at most `places` digits behind the point.
 * @throws Refusal with `code` where the text is anything else or wider than 15 digits before the point
 */
export function parseDecimal(text: string, places: number, pointer = '', code: RefusalCode = 'bad-decimal'): Decimal {
  const match = /^(\d{1,15})(?:\.(\d+))?$/.exec(text);
  const fraction = match?.[2] ?? '';
  if (!match || fraction.length > places) throw new Refusal(code, pointer);
  return { units: BigInt(match[1] + fraction.padEnd(places, '0')), places };
}

/** Writes `units` / 10^`places` with all its places. */
export function formatDecimal(units: bigint, places: number): string {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** ⌊a / b⌋ for b > 0, towards minus infinity. */
export function divideFloor(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}

/** a / b rounded half up (away from zero at a half) for a ≥ 0 and b > 0. */
export function divideHalfUp(a: bigint, b: bigint): bigint {
  return (2n * a + b) / (2n * b);
}
