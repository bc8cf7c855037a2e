import { formatAmount, Refusal, type Day } from '@ayni/kernel';
import { NAMES, spelled } from '@ayni/database/names';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { knownMembers, refuseNonMember } from '@ayni/reference-data/register/register';
import { parseAmountInBooks } from '../../domain/ledger/amount-in-books.js';
import type { PlannedLine } from '../../domain/payouts/payout.js';
import type { Claim } from '../claim-shares/claims.query.js';

/** How many certificates are bought at once, at most. */
const COUNT_MAX = 1_000_000n;

/** Members in whose names what their households are owed becomes certificates. */
export type AskedCertificates = { readonly valueEach: string; readonly members: readonly string[] };

const readHouseholds = statement(
  'households of members who keep shares',
  `SELECT number, household FROM members WHERE coop_id = current_setting('app.coop')::uuid AND number = ANY($1)`,
);

/**
 * What households keep: as many whole certificates as what they are owed buys. The rest stays owed.
 * @throws Refusal `unknown-reference`, `not-a-member-then`, `household-not-owed`, `duplicate-code` where two members of a
 * household are named, `less-than-certificate`
 */
export async function keptLines(
  tx: Transaction,
  claims: readonly Claim[],
  asked: AskedCertificates | null,
  { places, day }: { readonly places: number; readonly day: Day },
): Promise<readonly PlannedLine[]> {
  if (asked === null) return [];
  const at = '/certificates';
  const valueEach = parseAmountInBooks(asked.valueEach, places, `${at}/valueEach`);
  const nameOf = await spelled(tx, NAMES.member, asked.members);
  const numbers = asked.members.map(nameOf);
  const known = await knownMembers(tx, numbers);
  const rows = await tx.query<{ readonly number: string; readonly household: string }>(readHouseholds, [numbers]);
  const householdOf = new Map(rows.map(({ number, household }) => [number, household]));
  const claimOf = new Map(claims.map((claim) => [claim.household, claim]));
  const taken = new Set<string>();
  return numbers.map((member, i): PlannedLine => {
    const pointer = `${at}/members/${i}`;
    refuseNonMember(known, member, day, pointer);
    const household = householdOf.get(member) ?? '';
    const claim = claimOf.get(household);
    if (!claim) throw new Refusal('household-not-owed', pointer, { household });
    if (taken.has(household)) throw new Refusal('duplicate-code', pointer, { code: household });
    taken.add(household);
    const count = valueEach === 0n ? 0n : claim.owed / valueEach;
    if (count === 0n)
      throw new Refusal('less-than-certificate', pointer, { household, value: formatAmount(valueEach, places) });
    if (count > COUNT_MAX) throw new Refusal('amount-too-large', `${at}/valueEach`);
    return {
      ...{ household, way: 'certificates', payee: '', account: '', amount: count * valueEach },
      kept: { member, count: Number(count), valueEach },
    };
  });
}
