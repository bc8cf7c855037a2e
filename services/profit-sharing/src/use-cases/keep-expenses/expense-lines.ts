import { all, each, every, formatAmount, isThere, Refusal, type Centavos } from '@ayni/kernel';
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
 * @param amount what the document comes to. @throws Refusal `bad-amount`
 * @throws Refusal `bad-field` where the document says what paid it beside them, or comes to something else;
 *   `unknown-reference`, `bad-amount` with the line's place
 */
export function linesOf(
  { lines, fundedBy, rest, budgetLine }: SentExpense,
  amount: () => Centavos,
  { held, places, at }: { readonly held: HeldGrants; readonly places: number; readonly at: string },
): readonly ExpenseLine[] {
  if (!isThere(lines)) return [];
  const read = every(
    () => refuseBeside(rest, `${at}/rest`),
    () => refuseBeside(budgetLine, `${at}/budgetLine`),
    () =>
      each(lines, (line, i) => {
        const place = `${at}/lines/${i}`;
        const source = isOwnMoney(line.fundedBy) && !held.standing.has(line.fundedBy) ? OWN_MONEY : line.fundedBy;
        const [, part, named] = all(
          () => {
            if (source !== OWN_MONEY) refuseUnknownGrant(held, source, `${place}/fundedBy`);
          },
          () => parseAmountInBooks(line.amount, places, `${place}/amount`),
          () => budgetLineOf(held, { ...line, fundedBy: source }, place),
        );
        return { line: i + 1, category: line.category, amount: part, fundedBy: source, budgetLine: named };
      }),
  );
  return every(
    () => {
      if (fundedBy !== OWN_MONEY && fundedBy !== read[0]?.fundedBy)
        throw new Refusal('bad-field', `${at}/fundedBy`, { detail: 'one-of-both:lines' });
    },
    () => {
      const sum = read.reduce((total, line) => total + line.amount, 0n);
      if (sum !== amount())
        throw new Refusal('bad-field', `${at}/amount`, { detail: `lines-come-to:${formatAmount(sum, places)}` });
    },
    () => read,
  );
}

/** What a document does not say where its lines do. @throws Refusal `bad-field` */
function refuseBeside(said: string | null | undefined, pointer: string): void {
  if (isThere(said)) throw new Refusal('bad-field', pointer, { detail: 'one-of-both:lines' });
}
