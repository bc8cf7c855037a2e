/** A name that a line could hold by chance is none: it has some length, and figures. */
const SHORTEST = 3;

/** The words of what a bank writes, each as names are compared: signs and case left out. */
export const wordsOf = (said: string): string[] => [
  ...new Set(
    said
      .split(/[\s,;:/|()]+/)
      .map((word) => word.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase())
      .filter((word) => word.length >= SHORTEST && /\p{N}/u.test(word)),
  ),
];

/** The words by which a statement may name a document: its code or number as one word, and those of a note. */
export const namesOf = (name: string): string[] => [
  ...new Set([...wordsOf(name.replace(/\s/g, '')), ...wordsOf(name)]),
];
