import { Refusal } from '@ayni/kernel';
import type { Labour, Recorder } from './labour.js';

/** Work for the co-op; it counts in the shares once somebody else has confirmed it. */
export type Work = Labour & {
  /** Where it was done, if in one place. */
  readonly structure: string | null;
};

/** A work record as it stands. */
export type StandingWork = Work & { readonly confirmed: boolean; readonly reversed: boolean };

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
export const mayReverseWork = (work: Work, { member, forAll }: Recorder): boolean => forAll || work.member === member;
