import type { Transaction } from '@ayni/database/transaction';
import { isThere, nameKey, Refusal } from '@ayni/kernel';
import { OWN_MONEY } from '../../domain/facts.js';
import { GrantBooks } from '../../domain/grants/grant-books.js';
import { grants } from '../../facts/grant.js';

/** The grants that documents move, held until the transaction ends; those that stand can be named. */
export type HeldGrants = {
  readonly books: GrantBooks;
  readonly standing: ReadonlySet<string>;
  /** The names of the lines of each grant's budget. */
  readonly budgets: ReadonlyMap<string, readonly string[]>;
};

/** Holds grants, so that of two who move one the second sees what the first did, and reads how they stand. */
export async function holdGrants(tx: Transaction, codes: readonly string[], places: number): Promise<HeldGrants> {
  const found = [...(await grants.hold(tx, codes)).values()];
  return {
    books: new GrantBooks(
      found.map((grant) => ({ ...grant, agreed: grant.reversal === null ? grant.amount : 0n })),
      places,
    ),
    standing: new Set(found.filter(({ reversal }) => reversal === null).map(({ code }) => code)),
    budgets: new Map(found.map(({ code, lines }) => [code, lines.map(({ name }) => name)])),
  };
}

/** @throws Refusal `unknown-reference` for a grant that is not there, or was taken back */
export function refuseUnknownGrant({ standing }: HeldGrants, code: string, pointer: string): void {
  if (!standing.has(code)) throw new Refusal('unknown-reference', pointer, { what: 'grant', code });
}

/**
 * The line of its grant's budget that a document names, as the agreement writes it.
 * @throws Refusal `bad-field` where no grant pays; `unknown-reference` where its budget has no such line
 */
export function budgetLineOf(
  { standing, budgets }: HeldGrants,
  { fundedBy, budgetLine }: { readonly fundedBy: string; readonly budgetLine?: string | null | undefined },
  at: string,
): string | null {
  if (!isThere(budgetLine)) return null;
  const pointer = `${at}/budgetLine`;
  if (fundedBy === OWN_MONEY) throw new Refusal('bad-field', pointer, { detail: 'no-grant' });
  // the grant itself is refused, and what it is called is all that can be mended
  if (!standing.has(fundedBy)) return null;
  const line = budgets.get(fundedBy)?.find((name) => nameKey(name) === nameKey(budgetLine));
  if (line === undefined) throw new Refusal('unknown-reference', pointer, { what: 'budget-line', code: budgetLine });
  return line;
}
