import { Refusal } from '@ayni/kernel';
import type { Recorder } from './labour.js';

/** How a work record stands. */
export type StandingWork = {
  readonly code: string;
  readonly member: string;
  readonly confirmed: boolean;
  readonly reversed: boolean;
};

/**
 * Whether the record is still to be confirmed; confirming again changes nothing.
 * @throws Refusal `already-reversed`, or `second-person-needed` where the one who worked would confirm herself
 */
export function mayConfirm(work: StandingWork, by: Pick<Recorder, 'member'>, pointer: string): boolean {
  if (work.confirmed) return false;
  if (work.reversed) throw new Refusal('already-reversed', pointer, { code: work.code });
  if (work.member === by.member) throw new Refusal('second-person-needed', pointer, { person: work.member });
  return true;
}

/** Whether she may take the record back. */
export const mayReverseWork = (worker: string, { member, forAll }: Recorder): boolean => forAll || worker === member;
