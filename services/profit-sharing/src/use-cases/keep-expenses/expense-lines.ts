import { formatAmount, isThere, Refusal, type Centavos } from '@ayni/kernel';
import { isOwnMoney, OWN_MONEY } from '../../domain/facts.js';
import { parseAmountInBooks } from '../../domain/ledger/amount-in-books.js';
import type { ExpenseLine, SentExpense } from '../../facts/expense.js';
import type { HeldGrants } from '../keep-grant-moves/hold-grants.js';
import { budgetLineOf, refuseUnknownGrant } from '../keep-grant-moves/hold-grants.js';

/** An expense as it was sent, but that of one line it says what that line does: that is the same. */
export function withoutOnlyLine(sent: SentExpense): SentExpense {
  const [only, ...others] = sent.lines ?? [];
  if (only === undefined || others.length > 0 || only.category !== sent.category) return sent;
  const { lines: _, ...expense } = sent;
  if (only.amount !== sent.amount || !isOwnMoney(sent.fundedBy) || isThere(sent.rest)) return sent;
  if (isThere(sent.budgetLine)) return sent;
  const { budgetLine } = only;
  return { ...expense, fundedBy: only.fundedBy, ...(isThere(budgetLine) ? { budgetLine } : {}) };
}

/** The grants that lines name. */
export const grantsOfLines = ({ lines }: SentExpense): string[] =>
  (lines ?? []).map(({ fundedBy }) => fundedBy).filter((source) => source !== OWN_MONEY);

/**
 * The lines of a document that has several; none of one that says what it was for itself.
 * @throws Refusal `bad-field` where the document says what paid it beside them, or comes to something else;
 *   `unknown-reference`, `bad-amount` with the line's place
 */
export function linesOf(
  { lines, fundedBy, rest, budgetLine }: SentExpense,
  amount: Centavos,
  { held, places, at }: { readonly held: HeldGrants; readonly places: number; readonly at: string },
): readonly ExpenseLine[] {
  if (!isThere(lines)) return [];
  if (isThere(rest)) throw new Refusal('bad-field', `${at}/rest`, { detail: 'one-of-both:lines' });
  if (isThere(budgetLine)) throw new Refusal('bad-field', `${at}/budgetLine`, { detail: 'one-of-both:lines' });
  const read = lines.map((line, i) => {
    const source = isOwnMoney(line.fundedBy) && !held.standing.has(line.fundedBy) ? OWN_MONEY : line.fundedBy;
    if (source !== OWN_MONEY) refuseUnknownGrant(held, source, `${at}/lines/${i}/fundedBy`);
    const { category } = line;
    const each = parseAmountInBooks(line.amount, places, `${at}/lines/${i}/amount`);
    const named = budgetLineOf(held, { ...line, fundedBy: source }, `${at}/lines/${i}`);
    return { line: i + 1, category, amount: each, fundedBy: source, budgetLine: named };
  });
  if (fundedBy !== OWN_MONEY && fundedBy !== read[0]?.fundedBy)
    throw new Refusal('bad-field', `${at}/fundedBy`, { detail: 'one-of-both:lines' });
  const sum = read.reduce((total, line) => total + line.amount, 0n);
  if (sum !== amount)
    throw new Refusal('bad-field', `${at}/amount`, { detail: `lines-come-to:${formatAmount(sum, places)}` });
  return read;
}
