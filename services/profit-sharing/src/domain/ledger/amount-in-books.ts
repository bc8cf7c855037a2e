import { BIGGEST, parseAmount, Refusal, type Centavos } from '@ayni/kernel';

/** Sums of a million documents still fit the books. @throws Refusal `bad-amount`, `amount-too-large` */
export function parseAmountInBooks(text: string, places: number, pointer: string): Centavos {
  const amount = parseAmount(text, places, pointer);
  if (amount > BIGGEST / 1_000_000n) throw new Refusal('amount-too-large', pointer);
  return amount;
}
