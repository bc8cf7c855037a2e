import type { es } from './es/index.js';
import type { laptop } from './es/laptop.js';
import type { WordsOf } from './words-of.js';

export type Spanish = typeof es & typeof laptop;

/** All words of the pages in a language. */
export type Catalogue = { readonly [noun in keyof Spanish]: WordsOf<Spanish[noun]> };
