import { Refusal, type Day, type Membership } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { statement } from '@ayni/database/statement';
import { periodsOf } from './periods.js';

const read = statement(
  'read register',
  `SELECT m.number, ${periodsOf('m')} AS periods FROM members m
   WHERE m.coop_id = current_setting('app.coop')::uuid AND m.number = ANY($1)`,
);

/** Members of the register by number, with the periods of their membership, first to last. */
export type KnownMembers = ReadonlyMap<string, readonly Membership[]>;

/** Which of the numbers are in the register, whether they left or not. */
export async function knownMembers(tx: Transaction, numbers: readonly string[]): Promise<KnownMembers> {
  const found = await tx.query<{ number: string; periods: readonly Membership[] }>(read, [[...new Set(numbers)]]);
  return new Map(found.map(({ number, periods }) => [number, periods]));
}

/** @throws Refusal `unknown-reference` where somebody is not among {@link knownMembers} */
export function refuseStranger(known: KnownMembers, member: string, pointer: string): void {
  if (!known.has(member)) throw new Refusal('unknown-reference', pointer, { what: 'member', code: member });
}

/**
 * @throws Refusal `unknown-reference`, `not-a-member-then` where she had left before the day and not come back by then;
 *   her last day is still hers, and days before her first are taken
 */
export function refuseNonMember(known: KnownMembers, member: string, day: Day, pointer: string): void {
  refuseStranger(known, member, pointer);
  const leftOn = known.get(member)?.findLast(({ joinedOn }) => joinedOn <= day)?.leftOn ?? null;
  if (leftOn !== null && day > leftOn) throw new Refusal('not-a-member-then', pointer, { member, day, leftOn });
}
