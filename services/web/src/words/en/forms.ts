import type { WordsOf } from '../words-of.js';
import type { forms as spanish } from '../es/forms.js';

/** Words of forms and tables, wherever they stand. */
export const forms: WordsOf<typeof spanish> = {
  save: 'Save',
  close: 'Close',
  edit: 'Correct',
  all: 'All',
  more: 'See more',
  orderBy: 'Order by',
  asItCame: 'As it came',
  orderedPart: 'These are many rows: only the {n} fetched so far are in order.',
  reason: 'Reason',
  optional: 'not needed',
  choose: 'Choose…',
  understood: 'Understood: {amount}',
  askThousand: '{thousand} or {decimals}? Write a comma before the cents.',
  notAnAmount: 'Write an amount, such as 24.50.',
  csv: 'CSV',
  xlsx: 'Spreadsheet',
  print: 'Print',
  sending: 'Saving…',
  showPassword: 'Show',
  day: 'Day',
  time: 'Time',
  from: 'From',
  to: 'To',
};
