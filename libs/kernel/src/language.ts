import { filled, type InWords } from './filled.js';
import type { Language, Translated } from './translated.js';
import { inWords } from './words/words.js';

/** Spanish unless English is asked for. */
export const languageOf = (asked: string | undefined): Language => (asked === 'en' ? 'en' : 'es');

/** How codes are said in a language. */
export const sayIn =
  (language: Language): InWords =>
  (vocabulary, value) =>
    inWords(vocabulary, value, language);

/** Who says the sentences of `translations` in one language, with their values filled in. */
export const speakerOf =
  <Sentence extends string>(translations: Readonly<Record<Sentence, Translated>>) =>
  (language: Language) =>
  (sentence: Sentence, values: Readonly<Record<string, string>> = {}): string =>
    filled(translations[sentence][language], values, sayIn(language));
