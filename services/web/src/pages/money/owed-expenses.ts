import type { ItemOf } from '../../hooks/use-list.js';
import { decimalOf, unitsOf } from '../../words/reckon.js';

type Expense = ItemOf<'GET /api/profit-sharing/v1/expenses'>;
type Payment = ItemOf<'GET /api/profit-sharing/v1/supplier-payments'>;

/** An expense that is paid later, and what is left to be paid of it. */
export type Owed = { readonly expense: Expense; readonly left: string };

/** What is still owed of expenses that are paid later: their own part, less what was paid since; the oldest first. */
export function owedOf(expenses: readonly Expense[], payments: readonly Payment[], places: number): readonly Owed[] {
  const units = (amount: string | null | undefined): bigint => unitsOf(amount ?? '0', places) ?? 0n;
  const paid = new Map<string, bigint>();
  for (const { expense, amount, reversal } of payments)
    if (reversal === null) paid.set(expense, (paid.get(expense) ?? 0n) + units(amount));
  return expenses.flatMap((expense) => {
    if (expense.paidFrom !== 'later' || expense.reversal !== null) return [];
    const own = ownPartOf(expense, units);
    const left = own - (paid.get(expense.code) ?? 0n);
    return left > 0n ? [{ expense, left: decimalOf(left, places) }] : [];
  });
}

/** What own money is to pay of it. */
function ownPartOf(
  { amount, rest, fundedBy, restFundedBy, lines }: Expense,
  units: (amount: string | null | undefined) => bigint,
): bigint {
  if (lines.length > 0)
    return lines.reduce((sum, line) => (line.fundedBy === 'own' ? sum + units(line.amount) : sum), 0n);
  if (fundedBy === 'own') return units(amount) - units(rest);
  return restFundedBy === 'own' ? units(rest) : 0n;
}
