import type { WordsOf } from '../words-of.js';
import type { forms as spanish } from '../es/forms.js';

/** Words of forms and tables, wherever they stand. */
export const forms: WordsOf<typeof spanish> = {
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  add: 'Add',
  remove: 'Remove',
  edit: 'Correct',
  search: 'Search',
  all: 'All',
  more: 'See more',
  reason: 'Reason',
  optional: 'not needed',
  choose: 'Choose…',
  yes: 'Yes',
  no: 'No',
  understood: 'Understood: {amount}',
  askThousand: '{thousand} or {decimals}? Write a comma before the cents.',
  notAnAmount: 'Write an amount, such as 24.50.',
  fromDay: 'from',
  toDay: 'to',
  csv: 'CSV',
  xlsx: 'Spreadsheet',
  print: 'Print',
  pdf: 'PDF',
  copied: 'Copied.',
  sending: 'Saving…',
  showPassword: 'Show',
};
