import type { papers as spanish } from '../es/papers.js';
import type { WordsOf } from '../words-of.js';

export const papers: WordsOf<typeof spanish> = {
  pdf: 'A4 sheet',
  roll: '80 mm strip',
  text: 'Copy as a message',
  copied: 'Copied. Paste it into a message.',
  copyThis: 'Mark this text and copy it into a message.',
  xlsx: 'Spreadsheet',
};
