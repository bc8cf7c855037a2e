import { Refusal, type DayRange } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';

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

/**
 * Checks that each row names somebody of the register; who joined or left does not matter, since the
 * weights of a share are facts of their own.
 * @throws Refusal `unknown-reference`
 */
export async function refuseStrangers(
  tx: Transaction,
  members: readonly string[],
  pointerOf: (index: number) => string,
): Promise<void> {
  const found = await tx.query<{ number: string }>(read, [[...new Set(members)]]);
  const known = new Set(found.map(({ number }) => number));
  members.forEach((member, i) => {
    if (!known.has(member)) throw new Refusal('unknown-reference', pointerOf(i), { what: 'member', code: member });
  });
}

type RegisterTotals = { readonly members: bigint; readonly days: bigint };

/** The control totals of the register as of the season's last day: members, and their days of membership in it. */
export async function registerTotals(tx: Transaction, { from, until }: DayRange): Promise<RegisterTotals> {
  const { members, days } = await tx.one<RegisterTotals>(totals, [from, until]);
  return { members, days };
}
