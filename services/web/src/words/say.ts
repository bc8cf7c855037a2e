import { fieldOf, filled } from '@ayni/kernel';
import type { Catalogue, Labels, Spanish } from './catalogue.js';
import { phone } from './es/phone.js';
import { labelLanguage, language } from './language.js';
import type { Counted, Places } from './words-of.js';

/** Every word, as `noun.word`. */
export type Word = { [noun in keyof Spanish]: `${noun & string}.${keyof Spanish[noun] & string}` }[keyof Spanish];

type TextOf<Key extends Word> = Key extends `${infer Noun}.${infer Name}`
  ? Noun extends keyof Spanish
    ? Name extends keyof Spanish[Noun]
      ? Spanish[Noun][Name]
      : never
    : never
  : never;

type PlacesOf<Key extends Word> =
  TextOf<Key> extends Counted ? 'n' | Exclude<Places<TextOf<Key>['other']>, 'n'> : Places<TextOf<Key>>;

type ValuesOf<Key extends Word> = {
  readonly [name in PlacesOf<Key>]: name extends 'n' ? (TextOf<Key> extends Counted ? number : string) : string;
};

type Values<Key extends Word> = [PlacesOf<Key>] extends [never] ? [] : [values: ValuesOf<Key>];

/** Words without a place to be filled. */
export type PlainWord = { [Key in Word]: [PlacesOf<Key>] extends [never] ? Key : never }[Word];

let words: Partial<Catalogue> = phone;
let labels: Labels = {};

/** Has the words of the language that was chosen at hand: in Spanish those of a phone. */
export async function fetchWords(): Promise<void> {
  words = language() === 'en' ? (await import('./en/index.js')).en : phone;
  const spoken = labelLanguage();
  if (spoken === 'ay') labels = (await import('./ay/index.js')).ay;
  if (spoken === 'qu') labels = (await import('./qu/index.js')).qu;
}

/** Has all words at hand, with those that no phone needs without a line. */
export async function fetchAllWords(): Promise<void> {
  if (language() === 'es') words = (await import('./es/index.js')).es;
}

/** Has the words at hand that a page brings which opens without all others. */
export function takeWords(those: Partial<Catalogue>): void {
  if (language() === 'es') words = { ...words, ...those };
}

/** A text of the catalogue in the language of the pages, with its places filled. */
export function say<Key extends Word>(key: Key, ...[values]: Values<Key>): string {
  const [noun = '', name = ''] = key.split('.');
  const text: unknown = fieldOf(fieldOf(labels, noun), name) ?? fieldOf(fieldOf(words, noun), name);
  const given: Readonly<Record<string, string | number>> = values ?? {};
  const chosen = typeof text === 'string' ? text : fieldOf(text, given['n'] === 1 ? 'one' : 'other');
  return typeof chosen === 'string' ? filled(chosen, textsOf(given)) : key;
}

const textsOf = (values: Readonly<Record<string, string | number>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
