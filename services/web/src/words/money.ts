import { numberFormat } from './formats.js';
import { language } from './language.js';

/** `es` alone writes 5036,54, and `es-419` swaps the signs: what Bolivians write is asked for by name. */
const LOCALES = { es: 'es-BO', en: 'en-GB' } as const;

export const locale = (): string => LOCALES[language()];

const isDecimal = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text);

/** An amount, a quantity or a percent as people write it: `58176.90` is `58.176,90`. It is never made a float of. */
export function inFigures(decimal: string): string {
  if (!isDecimal(decimal)) return decimal;
  const places = decimal.split('.')[1]?.length ?? 0;
  // a text is formatted exactly by all browsers that know Intl's third version, and is below 2^53 for the others
  return numberFormat(locale(), places).format(decimal);
}

/** An amount with its currency's sign: `Bs 58.176,90`. */
export const inMoney = (amount: string, currency: string): string =>
  `${signOf(currency)}\u00a0${inFigures(amount)}`.replace(/^(.*\u00a0)-/, '-$1');

/** A sentence of the system with its figures as people write them. */
export const withFigures = (sentence: string): string => sentence.replace(/(?<![\w.-])\d+\.\d+(?!\.?\d)/g, inFigures);

/** What people write where the currency's code says little. */
const SIGNS = new Map([['BOB', 'Bs']]);

/** What stands before an amount of a currency: `Bs`. */
export const signOf = (currency: string): string => SIGNS.get(currency) ?? currency;

/** What was understood of an amount that somebody typed. */
export type Understood =
  { readonly amount: string } | { readonly ask: { readonly thousand: string; readonly decimals: string } } | undefined;

/**
 * Reads an amount as people type it: `1234,5`, `1.234,50`, `1234.50`, `1 234`. One sign with three digits behind it may be
 * a thousand or three decimals: then it is asked, not guessed.
 * @param places how many decimals it may have; an amount of money gets them all, a quantity (three) those that it was given
 */
export function readAmount(typed: string, places: number): Understood {
  const text = typed.replace(/[\s\u00a0]/g, '');
  const parts =
    /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/.exec(text) ?? /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(text);
  if (!parts) return undefined;
  const [, whole = '', decimals = ''] = parts;
  const one = /^(\d{1,3})[.,](\d{3})$/.exec(text);
  const digits = whole.replace(/[.,]/g, '').replace(/^0+(?=\d)/, '');
  if (one && places >= 3) return { ask: { thousand: `${one[1]}${one[2]}`, decimals: `${one[1]}.${one[2]}` } };
  if (one && decimals !== '') return { amount: `${one[1]}${one[2]}` };
  if (decimals.length > places) return undefined;
  const shown = places < 3 ? decimals.padEnd(places, '0') : decimals;
  return { amount: shown === '' ? digits : `${digits}.${shown}` };
}
