import { every, isThere, Refusal, type Centavos } from '@ayni/kernel';
import { parseAmountInBooks } from '../../domain/ledger/amount-in-books.js';
import { isOwnMoney, OWN_MONEY } from '../../domain/facts.js';
import { refuseUnknownGrant, type HeldGrants } from './hold-grants.js';

/** Which money pays a document: own money or a grant, or partly another of them. */
export type Sources = {
  readonly fundedBy: string;
  readonly rest?: string | null | undefined;
  readonly restFundedBy?: string | null | undefined;
};

/** The grants among them. */
export const grantsOf = ({ fundedBy, restFundedBy }: Pick<Sources, 'fundedBy' | 'restFundedBy'>): string[] =>
  [fundedBy, restFundedBy].filter(isThere).filter((source) => source !== OWN_MONEY);

/** Own money is read without case, as names are; but for a grant that an older release let be called so. */
export function sourcesOf(
  { fundedBy, restFundedBy }: Pick<Sources, 'fundedBy' | 'restFundedBy'>,
  { standing }: HeldGrants,
): { readonly fundedBy: string; readonly restFundedBy: string | null } {
  const read = (source: string): string => (isOwnMoney(source) && !standing.has(source) ? OWN_MONEY : source);
  return { fundedBy: read(fundedBy), restFundedBy: isThere(restFundedBy) ? read(restFundedBy) : null };
}

/** @throws Refusal `unknown-reference` for a grant that is not there */
export function refuseUnknownSources(held: HeldGrants, { fundedBy, restFundedBy }: Sources, at: string): void {
  every(
    () => {
      if (fundedBy !== OWN_MONEY) refuseUnknownGrant(held, fundedBy, `${at}/fundedBy`);
    },
    () => {
      if (isThere(restFundedBy) && restFundedBy !== OWN_MONEY)
        refuseUnknownGrant(held, restFundedBy, `${at}/restFundedBy`);
    },
  );
}

/**
 * What another source pays than the first: some of the amount, and not all of it.
 * @param amount what is paid in all. @throws Refusal `bad-amount`
 * @throws Refusal `bad-field`
 */
export function restOf(
  sent: Sources,
  amount: () => bigint,
  places: number,
  at: string,
): { readonly rest: Centavos | null; readonly restFundedBy: string | null } {
  const { rest, restFundedBy } = sent;
  if (!isThere(rest) && !isThere(restFundedBy)) return { rest: null, restFundedBy: null };
  if (!isThere(rest) || !isThere(restFundedBy))
    throw new Refusal('bad-field', `${at}/${isThere(rest) ? 'restFundedBy' : 'rest'}`, {
      detail: 'both-or-none:rest:restFundedBy',
    });
  if (restFundedBy === sent.fundedBy) throw new Refusal('bad-field', `${at}/restFundedBy`, { detail: 'other-source' });
  const paid: Centavos = parseAmountInBooks(rest, places, `${at}/rest`);
  if (paid === 0n || paid >= amount()) throw new Refusal('bad-field', `${at}/rest`, { detail: 'part-of-amount' });
  return { rest: paid, restFundedBy };
}
