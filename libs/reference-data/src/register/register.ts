import { Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { statement } from '@ayni/database/statement';

const read = statement(
  'read register',
  `SELECT number FROM members WHERE coop_id = current_setting('app.coop')::uuid AND number = ANY($1)`,
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
