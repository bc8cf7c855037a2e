import { found, Refusal } from '@ayni/kernel';
import { NAMES, spelledOne } from '@ayni/database/names';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';

const readMember = statement(
  'member whose account is asked for',
  `SELECT number, household FROM members WHERE coop_id = current_setting('app.coop')::uuid AND number = $1`,
);

const readHousehold = statement(
  'household whose account is asked for',
  `SELECT code FROM households WHERE coop_id = current_setting('app.coop')::uuid AND code = $1`,
);

/**
 * The number of a member as the register spells it.
 * @param own the member who asks, where she may see her own account alone
 */
export async function namedMember(tx: Transaction, asked: string, own: string | null): Promise<string> {
  const member = await spelledOne(tx, NAMES.member, asked);
  if (own !== null && member !== (await spelledOne(tx, NAMES.member, own))) throw new Refusal('not-yours');
  const [row] = await tx.query<{ readonly number: string }>(readMember, [member]);
  return found(row, 'member', asked).number;
}

/**
 * The code of a household as the register spells it.
 * @param own the member who asks, where she may see her own household's account alone
 */
export async function namedHousehold(tx: Transaction, asked: string, own: string | null): Promise<string> {
  const household = await spelledOne(tx, NAMES.household, asked);
  if (own !== null) {
    const number = await spelledOne(tx, NAMES.member, own);
    const [member] = await tx.query<{ readonly household: string }>(readMember, [number]);
    if (member?.household !== household) throw new Refusal('not-yours');
  }
  const [row] = await tx.query<{ readonly code: string }>(readHousehold, [household]);
  return found(row, 'household', asked).code;
}
