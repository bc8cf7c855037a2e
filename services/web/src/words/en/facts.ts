import type { facts as spanish } from '../es/facts.js';
import type { WordsOf } from '../words-of.js';

export const facts: WordsOf<typeof spanish> = {
  code: 'Number or receipt',
  number: 'Number',
  codeHint: 'Leave it empty where the paper has none: it is given one.',
  member: 'Member',
  amount: 'Amount',
  note: 'Note',
  reason: 'Reason',
  acts: 'What to do',
  correctText: 'What was noted is taken back with its reason, and the form opens with the same in it to note it right.',
};
