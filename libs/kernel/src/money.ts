import type { Brand } from './brand.js';
import { BIGGEST, divideHalfUp, formatDecimal, parseDecimal, type Decimal } from './decimal.js';
import { Refusal } from './refusal.js';

/** An amount of money in the smallest coin of its currency's books: 1/100 of the unit. */
export type Centavos = Brand<bigint, 'centavos'>;

export const centavos = (value: bigint): Centavos => value as Centavos;

/** Reads "12.50" as 1250 centavos. @throws Refusal `bad-amount` */
export function parseAmount(text: string, pointer = ''): Centavos {
  return centavos(parseDecimal(text, 2, pointer, 'bad-amount').units);
}

/** Writes 1250 centavos as "12.50". */
export const formatAmount = (amount: bigint): string => formatDecimal(amount, 2);

/** What a line comes to: quantity × unit price, rounded half up to the centavo. @throws Refusal `amount-too-large` */
export function lineAmount(quantity: Decimal, unitPrice: Centavos, pointer = ''): Centavos {
  const amount = divideHalfUp(quantity.units * unitPrice, 10n ** BigInt(quantity.places));
  if (amount > BIGGEST / 1_000_000n) throw new Refusal('amount-too-large', pointer);
  return centavos(amount);
}
