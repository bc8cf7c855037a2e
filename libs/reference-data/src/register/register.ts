import { Refusal, type Day } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { statement } from '@ayni/database/statement';

const read = statement(
  'read register',
  `SELECT number, left_on AS "leftOn" FROM members WHERE coop_id = current_setting('app.coop')::uuid AND number = ANY($1)`,
);

/** Members of the register by number, with the last day of those who left. */
export type KnownMembers = ReadonlyMap<string, Day | null>;

/** Which of the numbers are in the register, whether they left or not. */
export async function knownMembers(tx: Transaction, numbers: readonly string[]): Promise<KnownMembers> {
  const found = await tx.query<{ number: string; leftOn: Day | null }>(read, [[...new Set(numbers)]]);
  return new Map(found.map(({ number, leftOn }) => [number, leftOn]));
}

/** @throws Refusal `unknown-reference` where somebody is not among {@link knownMembers} */
export function refuseStranger(known: KnownMembers, member: string, pointer: string): void {
  if (!known.has(member)) throw new Refusal('unknown-reference', pointer, { what: 'member', code: member });
}

/** Whether she had left before a day; her last day is still hers. */
export function hadLeft(known: KnownMembers, member: string, day: Day): boolean {
  const leftOn = known.get(member) ?? null;
  return leftOn !== null && day > leftOn;
}

/** @throws Refusal `unknown-reference`, `not-a-member-then` where she had left before the day */
export function refuseNonMember(known: KnownMembers, member: string, day: Day, pointer: string): void {
  refuseStranger(known, member, pointer);
  if (hadLeft(known, member, day))
    throw new Refusal('not-a-member-then', pointer, { member, day, leftOn: known.get(member) ?? '' });
}
