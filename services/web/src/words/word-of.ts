import { wordFor, type Vocabulary } from '@ayni/kernel';
import { language } from './language.js';

/** What the system's own vocabularies call a code, in the language of the pages; the code itself where they have no word. */
export const wordOf = (vocabulary: Vocabulary, code: string): string => wordFor(vocabulary, code, language()) ?? code;

/** The same at the beginning of a line. */
export function wordAlone(vocabulary: Vocabulary, code: string): string {
  const word = wordOf(vocabulary, code);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** What a kind of document is called, without its article. */
export const documentWord = (source: string): string => wordOf('thing', source).replace(/^(el|la|lo) /, '');
