import type { scenarios as spanish } from '../es/scenarios.js';
import type { WordsOf } from '../words-of.js';

export const scenarios: WordsOf<typeof spanish> = {
  title: 'Compare rules',
  text: 'What each set of rules would give on the same books, before the assembly decides. Nothing is posted.',
  which: 'Which rules are compared with those of today (six at most)',
  compare: 'Compare',
  forAssembly: 'To be shown to the assembly: names nobody',
  tooMany: 'Choose six at most.',
  present: 'The rules of today',
  asOf: 'By the books of {time}.',
  print: 'Print',
  left: 'For the families',
  rules: 'Rules',
  funds: 'What each fund receives',
  fund: 'Fund',
  group: 'Group',
  bySex: 'Women and men',
  byCommunity: 'By community',
  byTenure: 'By years of membership',
  women: 'Women',
  men: 'Men',
  others: 'Others',
  newer: 'Less than five years',
  older: 'Five years or more',
  hidden: 'not shown',
  hiddenText: 'Groups of fewer than five people are not shown, nor those that would tell what one of them got.',
};
