import type { Language } from './translated.js';

const SIGNS = {
  es: { thousand: '.', decimals: ',' },
  en: { thousand: ',', decimals: '.' },
} as const;

/** A decimal as people write it, exactly: `58176.90` is `58.176,90` in Spanish. What is none stays as it is. */
export function figureText(decimal: string, language: Language): string {
  const [, minus, whole, places] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  if (minus === undefined || whole === undefined) return decimal;
  const { thousand, decimals } = SIGNS[language];
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, thousand);
  return `${minus}${grouped}${places === undefined ? '' : `${decimals}${places}`}`;
}

/** What people write where the currency's code says little. */
const CURRENCY_SIGNS = new Map([['BOB', 'Bs']]);

/** What stands before an amount of a currency: `Bs`. */
export const currencySign = (currency: string): string => CURRENCY_SIGNS.get(currency) ?? currency;

/** An amount with its currency's sign before it: `Bs 58.176,90`. */
export const moneyText = (amount: string, currency: string, language: Language): string =>
  `${currencySign(currency)}\u00a0${figureText(amount, language)}`.replace(/^(.*\u00a0)-/, '-$1');

/** Decimals, and counts of five digits and more; neither parts of codes nor of days. */
const FIGURES = /(?<![\w.,-])(?:\d+\.\d+|\d{5,})(?![.,]?\d|[\w-])/g;

/** A sentence with its figures as people write them. */
export const figuresWithin = (sentence: string, language: Language): string =>
  sentence.replace(FIGURES, (figure) => figureText(figure, language));
