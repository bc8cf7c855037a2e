import type { DataOf, expenseRecorded } from '@ayni/contracts';
import { formatAmount } from '@ayni/kernel';
import type { Expense } from '../domain/facts.js';

/** The aggregate under which an expense's events stay in order. */
export const expenseAggregate = ({ code }: Expense): string => `expense/${code}`;

/** An expense in the words of the contract. */
export const expenseData = ({ amount, ...expense }: Expense): DataOf<typeof expenseRecorded> => ({
  ...expense,
  amount: formatAmount(amount),
});
