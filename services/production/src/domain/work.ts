import { Refusal } from '@ayni/kernel';
import type { Recorder } from './labour.js';

/** Somebody who may confirm work. */
export type Confirmer = { readonly name: string; readonly member: string | null };

/** How a work record stands. */
export type StandingWork = {
  readonly code: string;
  readonly member: string;
  readonly recordedBy: string;
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

/**
 * Confirming takes another person than the one who entered the record, where there is one who may: the worker may not.
 * @param others all who may confirm work
 * @returns whether one person did both
 * @throws Refusal `second-person-needed`
 */
export function isOnePersons(
  { member: worker, recordedBy }: StandingWork,
  by: Confirmer,
  others: readonly Confirmer[],
  pointer: string,
): boolean {
  const recorder = others.find(({ name }) => name === recordedBy) ?? { name: recordedBy, member: null };
  const isRecorder = (one: Confirmer): boolean =>
    one.name === recordedBy || (one.member !== null && one.member === recorder.member);
  if (!isRecorder(by)) return false;
  if (others.some((one) => one.member !== worker && !isRecorder(one) && one.name !== by.name))
    throw new Refusal('second-person-needed', pointer, { person: recordedBy });
  return true;
}

/** Whether she may take the record back. */
export const mayReverseWork = (worker: string, { member, forAll }: Recorder): boolean => forAll || worker === member;
