import type { shoebox as spanish } from '../es/shoebox.js';
import type { WordsOf } from '../words-of.js';

/** Words of the shoebox: entering a box of receipts, one after the other, without leaving the keyboard. */
export const shoebox: WordsOf<typeof spanish> = {
  title: 'Box of receipts',
  text: 'To note many receipts in a row without leaving the keyboard. Enter goes to the next cell and, at the end, to a new receipt with the same day, supplier and purpose; Shift and Enter, to another line of the same receipt. What is typed stays on this device until you keep it in the books; all are kept together, or none.',
  row: 'Receipt {n}',
  rowLine: 'Receipt {n}, line {line}',
  addLine: 'Another line: {receipt}',
  photoOf: 'Photo or PDF: {receipt}',
  day: 'Day',
  category: 'For what',
  supplier: 'Supplier',
  document: 'Receipt no.',
  amount: 'Amount',
  paidFrom: 'Paid',
  state: 'Trial',
  good: 'good',
  wrong: 'to be corrected',
  empty: 'empty',
  trying: 'trying…',
  removeRow: 'Remove: {receipt}',
  total: { one: '{n} receipt, {amount}', other: '{n} receipts, {amount}' },
  keep: { one: 'Keep {n} receipt', other: 'Keep all {n} receipts' },
  kept: { one: '{n} expense was noted.', other: '{n} expenses were noted.' },
  faults: {
    one: '{n} receipt has to be corrected. None was kept.',
    other: '{n} receipts have to be corrected. None was kept.',
  },
  toExpenses: 'See the expenses',
  amountNeeded: 'Write the amount, such as 24.50.',
  categoryNeeded: 'Write what it was spent on.',
  dayNeeded: 'Write the day.',
};
