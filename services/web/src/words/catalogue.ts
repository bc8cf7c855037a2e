import type { es } from './es/index.js';
import type { WordsOf } from './words-of.js';

export type Spanish = typeof es;

/** All words of the pages in a language. */
export type Catalogue = { readonly [noun in keyof Spanish]: WordsOf<Spanish[noun]> };

/** Labels in a language of which not all is there: what is missing is said in that of the pages. */
export type Labels = { readonly [noun in keyof Spanish]?: Partial<WordsOf<Spanish[noun]>> };
