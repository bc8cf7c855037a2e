import type { Brand } from './brand.js';
import { Refusal } from './refusal.js';

/** An ISO 4217 code in which books can be kept. */
export type Currency = Brand<string, 'currency'>;

/** How many places most currencies have, and one that is not listed. */
const USUAL_PLACES = 2;

/**
 * The currencies of ISO 4217, list one, by their places (minor units); metals, funds without places and codes for tests
 * are left out. `Intl` is not asked: it rounds by custom and not by the standard (COP to whole pesos).
 */
const BY_PLACES: ReadonlyMap<number, string> = new Map([
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [
    2,
    `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY
     COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR
     IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD
     NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP
     SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG`,
  ],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
]);

const PLACES: ReadonlyMap<string, number> = new Map(
  [...BY_PLACES].flatMap(([places, codes]) => codes.split(/\s+/).map((code): [string, number] => [code, places])),
);

/** The currencies in which books can be kept, by their codes. */
export const currencies = (): readonly string[] => [...PLACES.keys()].sort();

/** The most places that a currency has. */
export const PLACES_MAX = Math.max(...BY_PLACES.keys());

/** How many places the amounts of a currency have; two for a code that is not listed. */
export const placesOf = (currency: string): number => PLACES.get(currency) ?? USUAL_PLACES;

/** @throws Refusal `bad-currency` for a code that ISO 4217 does not list */
export function parseCurrency(text: string, pointer = ''): Currency {
  if (!PLACES.has(text)) throw new Refusal('bad-currency', pointer, { currency: text });
  return text as Currency;
}
