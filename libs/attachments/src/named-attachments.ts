import { Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { holdsOffice, type Principal } from '@ayni/http/auth/principal';
import { typeOf } from './attachment-store.js';

/** The files that a record names, each once; null where it names none. */
export const eachOnce = (hashes: readonly string[] | null | undefined): readonly string[] | null =>
  hashes ? [...new Set(hashes)] : null;

/**
 * Refuses, with its place, a file that is not kept; to who holds no office so are those that others added: what she does not
 * see she does not name.
 * @param adders by hash, who added the file
 * @throws Refusal `unknown-reference`
 */
export function refuseUnknownFile(
  adders: ReadonlyMap<string, readonly string[]>,
  hashes: readonly string[],
  by: Principal,
  pointer: string,
): void {
  hashes.forEach((hash, i) => {
    const known = adders.get(hash);
    if (known === undefined || !(holdsOffice(by) || known.includes(by.user)))
      throw new Refusal('unknown-reference', `${pointer}/${i}`, { what: 'attachment', code: hash });
  });
}

/**
 * Refuses a file that is not kept, or that is no picture.
 * @throws Refusal `unknown-reference`, `not-a-picture`
 */
export async function refuseNoPicture(tx: Transaction, hash: string, pointer: string): Promise<void> {
  const type = await typeOf(tx, hash);
  if (type === undefined) throw new Refusal('unknown-reference', pointer, { what: 'attachment', code: hash });
  if (!type.startsWith('image/')) throw new Refusal('not-a-picture', pointer);
}
