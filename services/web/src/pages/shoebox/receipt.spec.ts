import { expect, test } from '@jest/globals';
import { cellAt, expenseOf, filledOf, isBlank, missingIn, nextLine, nextReceipt, sumOf } from './receipt.js';

const first = nextReceipt({ day: '2026-03-02', supplier: 'Don Justo', category: 'transporte', paidFrom: 'later' });

test('the next receipt has day, supplier, purpose and way of the one before, and nothing else', () => {
  const typed = { ...first, amount: '12', document: '7' };
  const next = nextReceipt(typed);
  expect(next).toMatchObject({ day: '2026-03-02', supplier: 'Don Justo', category: 'transporte', paidFrom: 'later' });
  expect([next.amount, next.document, isBlank(next), isBlank({ ...next, photo: 'ab' })]).toEqual(['', '', true, false]);
  expect(next.code).not.toBe(first.code);
});

test('a receipt is sent as it was typed, with the comma that people write', () => {
  expect(expenseOf([{ ...first, amount: '1.234,5', document: ' 0012 ' }], 2)).toEqual({
    ...{ code: first.code, spentOn: '2026-03-02', category: 'transporte', amount: '1234.50' },
    ...{ supplier: 'Don Justo', document: '0012', paidFrom: 'later' },
  });
});

test('a receipt of several lines is one expense, whose lines come to it; a line that says nothing is left out', () => {
  const head = { ...first, amount: '12,5', document: '7', photo: 'ab' };
  const line = { ...nextLine(head), category: 'abono', amount: '0,55' };
  const next = { ...nextReceipt(first), amount: '1' };
  const [paper, other] = filledOf([head, line, nextLine(head), next, nextReceipt(first)]);
  expect(paper && expenseOf(paper, 2)).toEqual({
    ...{ code: first.code, spentOn: '2026-03-02', category: 'transporte', amount: '13.05' },
    ...{ supplier: 'Don Justo', document: '7', paidFrom: 'later', attachments: ['ab'] },
    lines: [
      { category: 'transporte', amount: '12.50' },
      { category: 'abono', amount: '0.55' },
    ],
  });
  expect(other).toEqual([next]);
});

test('what is missing is told cell by cell, and only amounts are summed', () => {
  expect(missingIn({ ...first, day: '' }, 2)).toBe('day');
  expect(missingIn({ ...first, category: ' ' }, 2)).toBe('category');
  expect(missingIn({ ...first, amount: 'doce' }, 2)).toBe('amount');
  expect(missingIn({ ...first, amount: '12' }, 2)).toBeUndefined();
  expect(
    sumOf(
      [
        { ...first, amount: '12' },
        { ...first, amount: 'doce' },
        { ...first, amount: '0,05' },
      ],
      2,
    ),
  ).toBe('12.05');
});

test('a refusal stands in the cell that it is about', () => {
  expect(['spentOn', 'paidFrom', 'fundedBy'].map(cellAt)).toEqual(['day', 'paidFrom', 'amount']);
});
