import type { Language, Translated } from '../translated.js';
import { dayText } from './day.js';
import { durationText } from './duration.js';
import { faults } from './faults.js';
import { fields } from './fields.js';
import { kinds } from './kinds.js';

/** How a sentence says a value that is a code: `{roles:role}` in a text of the catalogue is said by `role`. */
const vocabularies = {
  ...kinds,
  field: fields,
  fault: faults,
} as const satisfies Readonly<Record<string, Readonly<Record<string, Translated>>>>;

export type Vocabulary = keyof typeof vocabularies;

/** Ways of saying a value that is no code. */
const formats = {
  duration: (minutes: string, language: Language): string =>
    /^\d+$/.test(minutes) ? durationText(BigInt(minutes), language) : minutes,
  day: dayText,
};

/** The word for a code; undefined where the vocabulary has none, as for names that people gave. */
export function wordFor(vocabulary: Vocabulary, code: string, language: Language): string | undefined {
  const words: Readonly<Record<string, Translated>> = vocabularies[vocabulary];
  return Object.hasOwn(words, code) ? words[code]?.[language] : undefined;
}

/** The label of a field, as it stands alone; the name of one that has none. */
export const fieldLabel = (field: string, language: Language): string => wordFor('field', field, language) ?? field;

export const isVocabulary = (name: string): boolean =>
  Object.hasOwn(vocabularies, name) || Object.hasOwn(formats, name);

/**
 * A value in words: a code, `code:argument:argument` (a colon of an argument's own is doubled), or several with `, `
 * between them.
 * @param vocabulary of a place in a text; a value that it has no word for stays as it is
 */
export function inWords(vocabulary: string, value: string, language: Language): string {
  if (isFormat(vocabulary)) return formats[vocabulary](value, language);
  if (!isKnown(vocabulary)) return value;
  const [code = '', ...args] = value
    .replaceAll('::', '\0')
    .split(':')
    .map((part) => part.replaceAll('\0', ':'));
  const word = wordFor(vocabulary, code, language);
  if (word === undefined)
    return value.includes(', ')
      ? value
          .split(', ')
          .map((one) => inWords(vocabulary, one, language))
          .join(', ')
      : value;
  return word.replace(/\{(\d|\*)\}/g, (_, place: string) =>
    place === '*' ? args.map((one) => `«${one}»`).join(', ') : (args[Number(place)] ?? ''),
  );
}

const isFormat = (name: string): name is keyof typeof formats => Object.hasOwn(formats, name);
const isKnown = (name: string): name is Vocabulary => Object.hasOwn(vocabularies, name);
