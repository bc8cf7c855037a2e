import { wordFor } from '@ayni/kernel';
import { language } from './language.js';
import { inFigures } from './money.js';

const GRAMS_OF_A_KILO = 1000n;

/** What the store counts, as people say it: `3820` grams are `3,82 kg`. */
export function inStock(quantity: string, stockUnit: 'g' | 'piece'): string {
  if (stockUnit === 'piece')
    return `${inFigures(quantity)} ${wordFor('stockUnit', stockUnit, language()) ?? stockUnit}`;
  const grams = BigInt(quantity);
  const sign = grams < 0n ? '-' : '';
  const whole = grams < 0n ? -grams : grams;
  const rest = String(whole % GRAMS_OF_A_KILO)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return `${sign}${inFigures(`${whole / GRAMS_OF_A_KILO}${rest === '' ? '' : `.${rest}`}`)} kg`;
}
