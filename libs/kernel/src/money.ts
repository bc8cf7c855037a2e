import type { Brand } from './brand.js';
import { BIGGEST, divideHalfUp, formatDecimal, parseDecimal, type Decimal } from './decimal.js';
import { Refusal } from './refusal.js';

/** An amount of money in the smallest units of its currency: hundredths of a boliviano, whole yen, thousandths of a dinar. */
export type Centavos = Brand<bigint, 'centavos'>;

export const centavos = (value: bigint): Centavos => value as Centavos;

/**
 * Reads an amount as people write it, with at most the `places` of its currency: "12.50" as 1250 with two.
 * @throws Refusal `bad-amount`, `amount-too-large`
 */
export function parseAmount(text: string, places: number, pointer = ''): Centavos {
  const { units } = parseDecimal(text, places, pointer, 'bad-amount');
  if (units > BIGGEST) throw new Refusal('amount-too-large', pointer);
  return centavos(units);
}

/** Writes an amount with exactly the `places` of its currency: 1250 as "12.50" with two. */
export const formatAmount = (amount: bigint, places: number): string => formatDecimal(amount, places);

/** How many places an amount was written with. */
export const placesIn = (text: string): number => text.split('.')[1]?.length ?? 0;

/**
 * Reads an amount that a program wrote, which may have been in books of other places: "1250.00" as 1250 with none.
 * @throws Error where it is no amount of so many places
 */
export function readAmount(text: string, places: number): Centavos {
  const written = placesIn(text);
  const sign = text.startsWith('-') ? -1n : 1n;
  const units =
    sign * parseDecimal(text.replace(/^-/, ''), written).units * 10n ** BigInt(Math.max(places - written, 0));
  const excess = 10n ** BigInt(Math.max(written - places, 0));
  if (units % excess !== 0n) throw new Error(`${text} is no amount of ${places} places`);
  return centavos(units / excess);
}

/** What a line comes to: quantity × unit price, rounded half up to the currency's smallest unit. @throws Refusal `amount-too-large` */
export function lineAmount(quantity: Decimal, unitPrice: Centavos, pointer = ''): Centavos {
  const amount = divideHalfUp(quantity.units * unitPrice, 10n ** BigInt(quantity.places));
  if (amount > BIGGEST / 1_000_000n) throw new Refusal('amount-too-large', pointer);
  return centavos(amount);
}
