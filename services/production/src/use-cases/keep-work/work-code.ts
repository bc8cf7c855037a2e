import { Refusal } from '@ayni/kernel';
import { ownCode, sentCode } from '@ayni/facts/own-code';
import type { Principal } from '@ayni/http/auth/principal';
import type { KnownCode } from '../../domain/work-codes.port.js';

/** As long as an event can tell it. */
const CODE_MAX = 64;

/** Whose own codes somebody may need, since she does not see the records of all. */
export const ownerOf = ({ roles, member }: Principal): string | null => (roles.includes('manager') ? null : member);

/** The code under which a record is kept that somebody calls so. */
export const workCode = (sent: string, { kept, taken }: KnownCode, owner: string | null): string =>
  kept ?? (taken && owner !== null ? ownCode(sent, owner) : sent);

/**
 * Refuses a code that could not be the owner's own, whether it is another's or not, so that this tells nothing either.
 * @throws Refusal `bad-field`
 */
export function refuseLongCode(code: string, owner: string | null, pointer: string): void {
  const sent = sentCode(code);
  if (owner === null || ownCode(sent, owner).length <= CODE_MAX) return;
  throw new Refusal('bad-field', pointer, { detail: `text-most:${CODE_MAX - ownCode('', owner).length}` });
}
