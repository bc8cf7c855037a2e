import { ownMember, type Principal } from '@ayni/http/auth/principal';
import type { Recorder } from '../../domain/labour.js';

/** Who enters or reads labour here. @throws Refusal `not-yours` where she is neither manager nor member */
export function recorderOf(principal: Principal): Recorder {
  const forAll = principal.roles.includes('manager');
  return { user: principal.user, member: forAll ? principal.member : ownMember(principal), forAll };
}
