import type { Sums } from '@ayni/contracts';
import { Refusal } from '@ayni/kernel';
import { statement, type Transaction } from '@ayni/messaging';
import type { Total } from '../facts/totals.js';

const read = statement(
  'read register',
  `SELECT number FROM members WHERE coop_id = current_setting('app.coop')::uuid AND number = ANY($1)`,
);

const totals = statement(
  'register totals',
  `SELECT count(*) AS members,
     COALESCE(sum(GREATEST(0, LEAST(COALESCE(left_on + 1, $2::date), $2::date) - GREATEST(joined_on, $1::date))), 0)::bigint AS days
   FROM members WHERE coop_id = current_setting('app.coop')::uuid AND joined_on < $2`,
);

/** Which of the numbers are in the register; who joined or left does not matter. */
export async function knownMembers(tx: Transaction, numbers: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await tx.query<{ number: string }>(read, [[...new Set(numbers)]]);
  return new Set(found.map(({ number }) => number));
}

/** @throws Refusal `unknown-reference` where somebody is not among {@link knownMembers} */
export function refuseStranger(known: ReadonlySet<string>, member: string, pointer: string): void {
  if (!known.has(member)) throw new Refusal('unknown-reference', pointer, { what: 'member', code: member });
}

/** The control totals of the register as of the season's last day: members, and their days of membership in it. */
export const registerTotals: Total<'register'> = (tx, { from, until }) =>
  tx.one<Sums<'register'>>(totals, [from, until]);
