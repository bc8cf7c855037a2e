import type { Transaction } from '@ayni/database/transaction';
import { isSamePerson, usersNamed, type KnownUser } from '@ayni/reference-data/users/known-users';

/**
 * Whether somebody is none of the users who did what she is to confirm, nor the member that one of them is.
 * @param before the names of those users
 */
export async function isAnotherPerson(tx: Transaction, by: KnownUser, before: readonly string[]): Promise<boolean> {
  const known = await usersNamed(tx, before);
  return ![...before.map((name) => ({ name, member: null })), ...known].some((user) => isSamePerson(user, by));
}
