/** The languages of the catalogue; Spanish is the one that people get when they ask for none. */
export type Language = 'es' | 'en';

/** A sentence in both, with places for values as `{name}`, or as `{name:vocabulary}` where a code is to be said in words. */
export type Translated = Readonly<Record<Language, string>>;
