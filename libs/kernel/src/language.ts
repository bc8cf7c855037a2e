/** The languages of the catalogue; Spanish is the one that people get when they ask for none. */
export type Language = 'es' | 'en';

/** A sentence in both, with places for values as `{name}`. */
export type Translated = Readonly<Record<Language, string>>;

/** Spanish unless English is asked for. */
export const languageOf = (asked: string | undefined): Language => (asked === 'en' ? 'en' : 'es');

/** A text with `{name}` replaced from `values`; a name that has none stays as it is. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** Who says the sentences of `translations` in one language, with their values filled in. */
export const speakerOf =
  <Sentence extends string>(translations: Readonly<Record<Sentence, Translated>>) =>
  (language: Language) =>
  (sentence: Sentence, values: Readonly<Record<string, string>> = {}): string =>
    filled(translations[sentence][language], values);
