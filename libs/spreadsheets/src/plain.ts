/** How people write «número» in few signs. */
const NUMBER = /\bn[.\s]*[º°]|#/gu;

/** A text without case, accents, signs and doubled blanks, by which heads and words of people are told apart. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(NUMBER, 'no')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
