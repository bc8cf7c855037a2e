import type { Language, Translated } from './translated.js';
import { inWords } from './words/words.js';

/** Spanish unless English is asked for. */
export const languageOf = (asked: string | undefined): Language => (asked === 'en' ? 'en' : 'es');

/** A text with its places filled from `values`; a place that has none stays as it is. */
export const filled = (text: string, values: Readonly<Record<string, string>>, language: Language): string =>
  text.replace(/\{(\w+)(?::(\w+))?\}/g, (whole, name: string, vocabulary?: string) => {
    const value = values[name];
    if (value === undefined || vocabulary === undefined) return value ?? whole;
    return inWords(vocabulary, value, language);
  });

/** Who says the sentences of `translations` in one language, with their values filled in. */
export const speakerOf =
  <Sentence extends string>(translations: Readonly<Record<Sentence, Translated>>) =>
  (language: Language) =>
  (sentence: Sentence, values: Readonly<Record<string, string>> = {}): string =>
    filled(translations[sentence][language], values, language);
