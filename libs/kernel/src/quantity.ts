import type { Brand } from './brand.js';
import { BIGGEST, parseDecimal, type Decimal } from './decimal.js';
import { Refusal } from './refusal.js';

/** What stock is counted in: whole grams or whole pieces. */
export const STOCK_UNITS = ['g', 'piece'] as const;
export type StockUnit = (typeof STOCK_UNITS)[number];

/** A number of grams or of pieces, as the product's stock unit says. */
export type StockQuantity = Brand<bigint, 'stock quantity'>;

/** How many stock units one unit holds, as an exact fraction in lowest terms. */
export type Factor = { readonly numerator: bigint; readonly denominator: bigint };

export const stockQuantity = (value: bigint): StockQuantity => value as StockQuantity;

/** Reads a quantity as people write it, with at most three decimals. @throws Refusal `bad-quantity` */
export function parseQuantity(text: string, pointer = ''): Decimal {
  return parseDecimal(text, 3, pointer, 'bad-quantity');
}

/** As {@link parseQuantity}, and above zero. */
export function parsePositiveQuantity(text: string, pointer = ''): Decimal {
  const quantity = parseQuantity(text, pointer);
  if (quantity.units === 0n) throw new Refusal('bad-quantity', pointer);
  return quantity;
}

/** The most that either side of a factor may be, so that what is written of it can be read again. */
const FACTOR_MAX = 999_999_999_999_999n;

/** Reads a factor written as a decimal ("2.875") or as a fraction ("25/2"). @throws Refusal `bad-decimal` */
export function parseFactor(text: string, pointer = ''): Factor {
  const [over, under = '1', more] = text.split('/');
  const numerator = parseDecimal(over ?? '', 6, pointer).units;
  const denominator = parseDecimal(under, 6, pointer).units;
  if (more !== undefined || numerator === 0n || denominator === 0n) throw new Refusal('bad-decimal', pointer);
  const divisor = gcd(numerator, denominator);
  const factor = { numerator: numerator / divisor, denominator: denominator / divisor };
  if (factor.numerator > FACTOR_MAX || factor.denominator > FACTOR_MAX) throw new Refusal('bad-decimal', pointer);
  return factor;
}

/** Writes a factor as "11500" or "25/2". */
export const formatFactor = (factor: Factor): string =>
  factor.denominator === 1n ? factor.numerator.toString() : `${factor.numerator}/${factor.denominator}`;

/**
 * `quantity` × `factor` in stock units.
 * @throws Refusal `quantity-not-whole` where that is no whole number
 */
export function inStockUnits(
  quantity: Decimal,
  factor: Factor,
  words: { quantity: string; unit: string; stockUnit: StockUnit },
  pointer = '',
): StockQuantity {
  const over = quantity.units * factor.numerator;
  const under = 10n ** BigInt(quantity.places) * factor.denominator;
  if (over % under !== 0n) throw new Refusal('quantity-not-whole', pointer, words);
  if (over / under > BIGGEST / 1_000_000n) throw new Refusal('bad-quantity', pointer);
  return stockQuantity(over / under);
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}
