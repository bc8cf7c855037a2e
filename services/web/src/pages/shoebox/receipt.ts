import { newKey } from '../../api/new-key.js';
import { recordCode } from '../../api/record-code.js';
import type { Sent } from '../../api/route.js';
import { readAmount } from '../../words/money.js';
import { decimalOf, unitsOf } from '../../words/reckon.js';

/** What is typed of a receipt, cell by cell, in the order of the paper. */
export const CELLS = ['day', 'supplier', 'category', 'document', 'amount', 'paidFrom'] as const;
export type Cell = (typeof CELLS)[number];

/** A receipt of the box as it was typed. Its code is made once: the same receipt sent twice is one expense. */
export type Receipt = {
  readonly id: string;
  readonly code: string;
} & { readonly [cell in Cell]: string };

export type SentExpense = Sent<'POST /api/profit-sharing/v1/expenses'>['body']['rows'][number];

/** A receipt after another: of the same day, from the same supplier, for the same, paid the same way. */
export function nextReceipt(before: Pick<Receipt, 'day' | 'supplier' | 'category' | 'paidFrom'>): Receipt {
  const { day, supplier, category, paidFrom } = before;
  const id = newKey();
  return { id, code: recordCode('G', day), day, supplier, category, paidFrom, document: '', amount: '' };
}

/** Nothing of its own was typed into it yet: what stands in it was carried over. */
export const isBlank = ({ amount, document }: Receipt): boolean => amount.trim() === '' && document.trim() === '';

/** The amount as it was typed, as the system writes it; undefined where it is none. */
export function amountOf({ amount }: Receipt, places: number): string | undefined {
  const read = readAmount(amount, places);
  return read !== undefined && 'amount' in read ? read.amount : undefined;
}

/** The first cell that is still missing something. */
export function missingIn(receipt: Receipt, places: number): 'day' | 'category' | 'amount' | undefined {
  if (receipt.day === '') return 'day';
  if (receipt.category.trim() === '') return 'category';
  return amountOf(receipt, places) === undefined ? 'amount' : undefined;
}

/** An expense of a receipt that is complete. */
export function expenseOf(receipt: Receipt, places: number): SentExpense {
  const { code, day, category, supplier, document, paidFrom } = receipt;
  return {
    ...{ code, spentOn: day, category: category.trim(), amount: amountOf(receipt, places) ?? '' },
    ...(supplier.trim() === '' ? {} : { supplier: supplier.trim() }),
    ...(document.trim() === '' ? {} : { document: document.trim() }),
    paidFrom: paidFrom === 'bank' || paidFrom === 'later' ? paidFrom : 'cash',
  };
}

/** What all of them come to, as far as their amounts are amounts. */
export const sumOf = (receipts: readonly Receipt[], places: number): string =>
  decimalOf(
    receipts.reduce((sum, receipt) => sum + (unitsOf(amountOf(receipt, places) ?? '', places) ?? 0n), 0n),
    places,
  );

/** In which cell a fault of an expense stands: that of its field, or the amount. */
export function cellAt(field: string): Cell {
  const cells: Readonly<Record<string, Cell>> = { spentOn: 'day', supplier: 'supplier', category: 'category' };
  return cells[field] ?? CELLS.find((cell) => cell === field) ?? 'amount';
}
