import { newKey } from '../../api/new-key.js';
import { recordCode } from '../../api/record-code.js';
import type { Sent } from '../../api/route.js';
import { readAmount } from '../../words/money.js';
import { decimalOf, unitsOf } from '../../words/reckon.js';

/** What is typed of a receipt, cell by cell, in the order of the paper. */
export const CELLS = ['day', 'supplier', 'category', 'document', 'amount', 'paidFrom'] as const;
export type Cell = (typeof CELLS)[number];

/**
 * A receipt of the box as it was typed, or a further line of the one above with the same code. A code is made once: the
 * same receipt sent twice is one expense.
 */
export type Receipt = {
  readonly id: string;
  readonly code: string;
  /** The photo or PDF of it, by its hash; empty where there is none. */
  readonly photo: string;
} & { readonly [cell in Cell]: string };

export type SentExpense = Sent<'POST /api/profit-sharing/v1/expenses'>['body']['rows'][number];

/** A receipt after another: of the same day, from the same supplier, for the same, paid the same way. */
export function nextReceipt(before: Pick<Receipt, 'day' | 'supplier' | 'category' | 'paidFrom'>): Receipt {
  const { day, supplier, category, paidFrom } = before;
  const id = newKey();
  return { id, code: recordCode('G', day), day, supplier, category, paidFrom, document: '', amount: '', photo: '' };
}

/** The same of a further line, which has nothing carried over. */
export const isBlankLine = (line: Receipt): boolean => isBlank(line) && line.category.trim() === '';

/** Another line of the same receipt: for something else, of another amount. */
export const nextLine = (receipt: Receipt): Receipt => ({
  ...receipt,
  ...{ id: newKey(), category: '', document: '', amount: '', photo: '' },
});

/** A receipt with its further lines. */
export type Paper = readonly [Receipt, ...Receipt[]];

/** The receipts with their lines, in their order. */
export function papersOf(receipts: readonly Receipt[]): readonly Paper[] {
  const papers = new Map<string, Paper>();
  for (const receipt of receipts) {
    const before = papers.get(receipt.code);
    papers.set(receipt.code, before ? [...before, receipt] : [receipt]);
  }
  return [...papers.values()];
}

/** The receipts of which something was typed, without lines that say nothing. */
export const filledOf = (receipts: readonly Receipt[]): readonly Paper[] =>
  papersOf(receipts).flatMap(([head, ...lines]): Paper[] => {
    const filled = lines.filter((line) => !isBlankLine(line));
    return isBlank(head) && filled.length === 0 ? [] : [[head, ...filled]];
  });

/** It has nothing of its own yet: what stands in it was carried over. */
export const isBlank = ({ amount, document, photo }: Receipt): boolean =>
  amount.trim() === '' && document.trim() === '' && photo === '';

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
export function expenseOf([head, ...others]: Paper, places: number): SentExpense {
  const { code, day, supplier, document, paidFrom, photo } = head;
  const lines = [head, ...others].map((line) => ({
    category: line.category.trim(),
    amount: amountOf(line, places) ?? '',
  }));
  return {
    ...{ code, spentOn: day, category: head.category.trim(), amount: sumOf([head, ...others], places) },
    ...(supplier.trim() === '' ? {} : { supplier: supplier.trim() }),
    ...(document.trim() === '' ? {} : { document: document.trim() }),
    paidFrom: paidFrom === 'bank' || paidFrom === 'later' ? paidFrom : 'cash',
    ...(others.length === 0 ? {} : { lines }),
    ...(photo === '' ? {} : { attachments: [photo] }),
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
