import type { Recorder } from './labour.js';

/** Whose care records somebody sees: of the member that she is, and what she entered herself for others. */
export type CareReader = { readonly member: string | null; readonly recordedBy: string | null };

export const careReader = ({ user, member, forAll }: Recorder): CareReader => ({
  member,
  recordedBy: forAll ? user : null,
});

export const maySeeCare = (
  care: { readonly member: string; readonly recordedBy: string },
  { member, recordedBy }: CareReader,
): boolean => care.member === member || care.recordedBy === recordedBy;
