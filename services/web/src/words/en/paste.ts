import type { paste as spanish } from '../es/paste.js';
import type { WordsOf } from '../words-of.js';

/** Words of what is pasted from a spreadsheet. */
export const paste: WordsOf<typeof spanish> = {
  title: 'Paste from a spreadsheet',
  open: 'Paste from a spreadsheet',
  rows: 'Paste the rows here',
  hint: 'Copy the rows in the spreadsheet and paste them. With their heads in any order; without, in this one: {columns}.',
  unknown: 'These columns are not read: {heads}.',
  understood: { one: 'As it was understood: {n} row', other: 'As it was understood: {n} rows' },
  row: 'Row',
  try: 'Try without saving',
  good: 'All is well. New: {recorded}. There already: {unchanged}.',
  faults: { one: '{n} thing to put right', other: '{n} things to put right' },
  faultsText:
    'Nothing was saved. What is wrong stands at each row: put it right above or in your sheet, and try again.',
  fault: 'What is wrong',
  rowIsGood: 'is well',
  load: { one: 'Save {n} row', other: 'Save the {n} rows' },
  loaded: { one: '{n} row was saved.', other: '{n} rows were saved.' },
  oneOf: '{label}: it can be {choices}.',
};
