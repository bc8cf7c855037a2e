import type { Transaction } from '@ayni/database/transaction';
import { Refusal } from '@ayni/kernel';
import { GrantBooks } from '../../domain/grants/grant-books.js';
import { grants } from '../../facts/grant.js';

/** The grants that documents move, held until the transaction ends; those that stand can be named. */
export type HeldGrants = { readonly books: GrantBooks; readonly standing: ReadonlySet<string> };

/** Holds grants, so that of two who move one the second sees what the first did, and reads how they stand. */
export async function holdGrants(tx: Transaction, codes: readonly string[], places: number): Promise<HeldGrants> {
  const found = [...(await grants.hold(tx, codes)).values()];
  return {
    books: new GrantBooks(
      found.map((grant) => ({ ...grant, agreed: grant.reversal === null ? grant.amount : 0n })),
      places,
    ),
    standing: new Set(found.filter(({ reversal }) => reversal === null).map(({ code }) => code)),
  };
}

/** @throws Refusal `unknown-reference` for a grant that is not there, or was taken back */
export function refuseUnknownGrant({ standing }: HeldGrants, code: string, pointer: string): void {
  if (!standing.has(code)) throw new Refusal('unknown-reference', pointer, { what: 'grant', code });
}
