import type { Transaction } from '@ayni/database/transaction';
import type { Principal } from '@ayni/http/auth/principal';
import { isSamePerson, usersNamed } from '@ayni/reference-data/users/known-users';

/** Whether neither the user who asks nor the member that she is did what she is to confirm. */
export async function isSecondPerson(
  tx: Transaction,
  didBefore: readonly string[],
  { user: name, member }: Pick<Principal, 'user' | 'member'>,
): Promise<boolean> {
  const known = await usersNamed(tx, didBefore);
  return ![...didBefore.map((user) => ({ name: user, member: null })), ...known].some((user) =>
    isSamePerson(user, { name, member }),
  );
}
